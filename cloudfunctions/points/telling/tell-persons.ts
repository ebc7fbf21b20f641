import { createHash, randomUUID } from 'node:crypto';
import { instant } from '../../../shared/kernel/day';
import { deliver } from '../../platform/outbox';

/** What people are told about points; the same fact is told once to each of them. */
export interface Told {
  factId: string;
  personIds: readonly string[];
  title: string;
  line: string;
  page: string;
}

/** The same for the same, and short enough for every person's id. */
export const factIdOf = (...parts: readonly (string | number)[]) =>
  `points-${createHash('sha256').update(parts.join('\n')).digest('base64url')}`;

/** Puts a message into people's inbox; whether `today` has it. Telling it again is harmless. */
export function tellPersons(told: Told, now: Date): Promise<boolean> {
  const input = { ...told, kind: 'points', at: instant(now) };
  return deliver({ to: 'today', call: 'notify', input: { ...input, requestId: randomUUID() } }, now);
}
