import type { Day, Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { StoredSeparation } from '../documents';
import { acknowledged, checkLastDay, withLastDay } from './acknowledge';

/** Who acts, and when. */
export interface Act {
  personId: string;
  name: string;
  at: Instant;
  today: Day;
}

/** Nobody decides about their own leaving. */
export function checkNotOwn({ personId }: StoredSeparation, act: Act): void {
  if (personId === act.personId) refuse('own_leaving_kept');
}

const passed = (): never => refuse('leaving_step_passed');

export function acknowledge(separation: StoredSeparation, lastDay: Day, act: Act): StoredSeparation {
  checkNotOwn(separation, act);
  if (separation.state !== 'submitted') passed();
  checkLastDay(separation, lastDay, act.today);
  return acknowledged(separation, { lastDay, by: act.name, at: act.at, today: act.today });
}

export function changeLastDay(separation: StoredSeparation, lastDay: Day, act: Act): StoredSeparation {
  checkNotOwn(separation, act);
  if (separation.state !== 'acknowledged') passed();
  checkLastDay(separation, lastDay, act.today);
  return withLastDay(separation, { lastDay, by: act.name, at: act.at, today: act.today });
}

/** A talk to keep somebody; there is one. */
export function openTalk(separation: StoredSeparation, act: Act): StoredSeparation {
  checkNotOwn(separation, act);
  const { state, kind, talk } = separation;
  const isOpen = state === 'submitted' || state === 'acknowledged';
  if (!isOpen || kind !== 'resignation' || talk !== null) passed();
  return { ...separation, talk: { openedAt: act.at, outcome: null } };
}

/** What came of the talk. A resignation is the leaver's own: whoever is kept withdraws it themselves. */
export function settleTalk(
  separation: StoredSeparation,
  outcome: 'retained' | 'confirmed',
  act: Act,
): StoredSeparation {
  checkNotOwn(separation, act);
  const { talk, state } = separation;
  const isOpen = state === 'submitted' || state === 'acknowledged';
  if (!isOpen || talk === null || talk.outcome !== null) return passed();
  return { ...separation, talk: { ...talk, outcome } };
}

/** The person stays; why they wanted to go is nobody's business any more. */
function stayed(separation: StoredSeparation): StoredSeparation {
  const state = separation.talk?.outcome === 'retained' ? 'retained' : 'withdrawn';
  return { ...separation, state, words: null, note: null, reasonId: null, questions: [] };
}

/** Before HR has acknowledged, or once a talk has kept the person, at once; afterwards HR is asked. */
export function withdraw(separation: StoredSeparation, act: Act): StoredSeparation {
  const { kind, state, talk, withdrawal } = separation;
  if (kind !== 'resignation') passed();
  if (state === 'submitted') return stayed(separation);
  if (state !== 'acknowledged') passed();
  if (talk?.outcome === 'retained') return stayed(separation);
  if (withdrawal !== null && withdrawal.answer === null) passed();
  return { ...separation, withdrawal: { askedAt: act.at, answer: null, words: null } };
}

export function answerWithdrawal(
  separation: StoredSeparation,
  { answer, words }: { answer: 'agreed' | 'declined'; words: string },
  act: Act,
): StoredSeparation {
  checkNotOwn(separation, act);
  const { withdrawal, state } = separation;
  if (state !== 'acknowledged' || withdrawal === null || withdrawal.answer !== null) return passed();
  const answered = { ...separation, withdrawal: { ...withdrawal, answer, words: words === '' ? null : words } };
  return answer === 'agreed' ? stayed(answered) : answered;
}
