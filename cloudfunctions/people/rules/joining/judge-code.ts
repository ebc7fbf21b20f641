import type { Instant } from '../../../../shared/kernel/scalar';
import type { Employment, JoiningCode, Person } from '../../../../shared/people/model';
import type { RefusalCode } from '../../../../shared/refusal';
import { isOver } from '../allowed-on-person';

interface Attempt {
  code: Pick<JoiningCode, 'usedByKey' | 'usedAt' | 'expiresAt'>;
  employment: Pick<Employment, 'status'>;
  person: Pick<Person, 'joinedAt'>;
  /** The WeChat that tries. */
  callerKey: string;
  now: Instant;
}

/**
 * Whether the right code lets this WeChat in; null when it does. Whoever began to join with a code and was cut off may
 * go on with it, even after its time.
 */
export function judgeCode({ code, employment, person, callerKey, now }: Attempt): RefusalCode | null {
  const isMine = code.usedByKey === callerKey;
  if (code.usedAt !== null && !isMine) return 'joining_code_used';
  if (person.joinedAt !== null) return 'person_already_joined';
  if (now > code.expiresAt && !isMine) return 'joining_code_expired';
  return isOver(employment.status) ? 'person_has_left' : null;
}

/** Whether a code may be issued at all. */
export function mayIssue(
  employment: Pick<Employment, 'status'>,
  person: Pick<Person, 'joinedAt'>,
): 'person_already_joined' | 'person_has_left' | null {
  if (person.joinedAt !== null) return 'person_already_joined';
  return isOver(employment.status) ? 'person_has_left' : null;
}
