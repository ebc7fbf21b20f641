import { clockOf } from '../../../shared/kernel/day';
import type { ActivityHead } from './activity';

/** When and where, and what a seat costs, in one line of at most 120 characters. */
export function noticeLine({ startsAt, place, feePoints }: Pick<ActivityHead, 'startsAt' | 'place' | 'feePoints'>) {
  return `${clockOf(startsAt)} · ${place}${feePoints > 0 ? ` · ${feePoints} 积分` : ''}`;
}
