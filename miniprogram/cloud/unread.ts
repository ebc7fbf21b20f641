import { keepAnswer, keptAnswer } from './cache';
import { cloud } from './client';
import { currentMe } from './session';

const keepAs = 'unread';
/** Pages come and go by taps; asked more often, the number would hardly be another. */
const restMillis = 10_000;

type Listener = (unread: number) => void;
const listeners = new Map<object, Listener>();
let askedAt = 0;
let askedFor = '';

const owner = () => currentMe().person?.personId ?? '';

/** Unread messages as far as the phone knows, 0 to 100; 100 is more than 99. */
export function currentUnread(): number {
  return owner() === '' ? 0 : (keptAnswer<number>(keepAs)?.data ?? 0);
}

/** Takes over what an answer said, and tells every badge. */
export function adoptUnread(unread: number): void {
  if (owner() !== '') keepAnswer(keepAs, unread);
  for (const listener of listeners.values()) listener(unread);
}

type Answered = ReturnType<typeof cloud.today.readToday>;
let asking: { person: string; answered: Answered } | null = null;

/**
 * 今天 from the cloud; the badges hear of it. Before the phone knows whose it is, the answer is for who it will be. The
 * page and the tab bar ask as the program opens: that is one question.
 */
export function readToday(): Answered {
  const person = owner();
  if (asking?.person === person) return asking.answered;
  asking = { person, answered: askToday(person) };
  return asking.answered;
}

async function askToday(person: string): Answered {
  const answer = await cloud.today.readToday({});
  // Another person's question may be under way by now.
  if (asking?.person === person) asking = null;
  if (answer.ok && (person === '' || person === owner())) adoptUnread(answer.data.unread);
  return answer;
}

/** Asks how many are unread, unless that was asked for this person a moment ago. */
export async function refreshUnread(): Promise<void> {
  const person = owner();
  if (person === '' || (person === askedFor && Date.now() - askedAt < restMillis)) return;
  askedFor = person;
  askedAt = Date.now();
  const answer = await readToday();
  if (!answer.ok) askedAt = 0;
}

/** One listener an owner: a tab bar, a page. */
export function onUnreadChange(listening: object, listener: Listener): void {
  listeners.set(listening, listener);
}

export function offUnreadChange(listening: object): void {
  listeners.delete(listening);
}
