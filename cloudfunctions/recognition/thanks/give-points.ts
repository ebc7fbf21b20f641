import type { Instant } from '../../../shared/kernel/scalar';
import { ask } from '../../platform/outbox';

/** Who gives how much to whom, under which key. */
export interface Giving {
  key: string;
  fromPersonId: string;
  toPersonIds: string[];
  points: number;
  at: Instant;
}

/** What the points context may say against it for good; everything else is asked again. */
const finalNos = ['giving_not_enough', 'giving_pair_limit'] as const;
export type FinalNo = (typeof finalNos)[number];

/** 可赠积分 reach the receivers, once for each key. `later` when nobody knows yet; the same key asks again. */
export async function givePoints(giving: Giving, now: Date): Promise<'given' | 'later' | FinalNo> {
  const { key, fromPersonId, toPersonIds, points, at } = giving;
  const requestId = `give-${key.replace(/[^A-Za-z0-9-]/g, '-')}`.slice(0, 64);
  const input = { factId: key, fromPersonId, toPersonIds, points, about: '感恩卡', at, requestId };
  const answer = await ask('points', 'give', input, now);
  if (answer.ok) return 'given';
  return finalNos.find((code) => code === answer.code) ?? 'later';
}
