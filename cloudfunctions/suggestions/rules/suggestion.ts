import { formerColleague } from '../../../shared/community/byline-calls';
import { addDays, daysBetween } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import {
  answerDays,
  mostConsideringDays,
  type Suggestion,
  type SuggestionAnswer,
  type SuggestionState,
  type SuggestionStep,
} from '../../../shared/suggestions/suggestion';
import type { Duty, Shelf, StoredSuggestion } from '../documents';

/** Who reads or acts. */
export interface Viewer {
  personId: string;
  isHr: boolean;
}

type Draft = Pick<StoredSuggestion, 'topic' | 'title' | 'text' | 'isNamed'>;

const shelfOf: Record<SuggestionState, Shelf> = {
  ...{ inReview: null, takenDown: null, withdrawn: null },
  ...{ open: 'waiting', considered: 'waiting', adopted: 'answered', declined: 'answered' },
};

/** What follows from a state for lists and for HR's day. */
export function placeOf(_id: string, state: SuggestionState, answerBy: Day | null) {
  return {
    ...{ state, answerBy, shelf: shelfOf[state], isAdopted: state === 'adopted' },
    dueSort: answerBy === null ? null : `${answerBy}.${_id}`,
  };
}

/** A suggestion with what the content check said of it. */
export function newSuggestion(
  suggestionId: string,
  author: { personId: string; name: string; departmentName: string },
  draft: Draft,
  { isDoubtful, requestId, at, today }: { isDoubtful: boolean; requestId: string; at: Instant; today: Day },
): StoredSuggestion {
  const task: Duty = { kind: 'putTask', key: requestId, at };
  return {
    ...draft,
    ...placeOf(suggestionId, isDoubtful ? 'inReview' : 'open', addDays(today, answerDays)),
    ...{ _id: suggestionId, authorId: author.personId, authorName: author.name, authorPlace: author.departmentName },
    ...{
      isSigned: true,
      supporters: [],
      answers: [],
      shares: null,
      count: null,
      taskHolders: [],
      takenDownReason: null,
    },
    ...{ duties: [task], dutiesSince: at, lastRequestId: requestId, at, sort: `${at}.${suggestionId}` },
  };
}

export function isSameSuggestion(stored: StoredSuggestion, draft: Draft): boolean {
  const { topic, title, text, isNamed } = stored;
  return topic === draft.topic && title === draft.title && text === draft.text && isNamed === draft.isNamed;
}

/** What colleagues do not see is known to its author and to HR. */
export function maySee({ shelf, authorId }: StoredSuggestion, { personId, isHr }: Viewer): boolean {
  return shelf !== null || authorId === personId || isHr;
}

const isWaiting = ({ state }: StoredSuggestion) => state === 'open' || state === 'considered';

/** Nobody answers what they wrote themselves. */
export function stepsOf(suggestion: StoredSuggestion, { personId, isHr }: Viewer): SuggestionStep[] {
  const { state, authorId } = suggestion;
  const isMine = authorId === personId;
  const answers = isHr && !isMine;
  return [
    ...(isWaiting(suggestion) && !isMine ? (['support'] as const) : []),
    ...((state === 'open' || state === 'inReview') && isMine ? (['withdraw'] as const) : []),
    ...(answers && (state === 'inReview' || state === 'open') ? (['judge'] as const) : []),
    ...(answers && state === 'open' ? (['consider'] as const) : []),
    ...(answers && isWaiting(suggestion) ? (['decide'] as const) : []),
    ...(isHr && state === 'adopted' ? (['recordOutcome'] as const) : []),
  ];
}

/** Refuses a step that this person may not take now, with the reason that helps. */
export function checkStep(suggestion: StoredSuggestion, viewer: Viewer, step: SuggestionStep): void {
  if (!maySee(suggestion, viewer)) refuse('suggestion_not_found');
  if (stepsOf(suggestion, viewer).includes(step)) return;
  const isOwn = suggestion.authorId === viewer.personId;
  if (step === 'withdraw' && !isOwn) refuse('suggestion_not_found');
  const isForOthers = step !== 'withdraw' && step !== 'recordOutcome';
  refuse(isOwn && isForOthers ? 'suggestion_own' : 'suggestion_closed');
}

/** The day by which something taken up is decided: after today, and not put off for ever. */
export function checkDecideBy(decideBy: Day, today: Day): void {
  const days = daysBetween(today, decideBy);
  if (days < 1 || days > mostConsideringDays) refuse('suggestion_day_wrong', { days: mostConsideringDays });
}

/** As many words of HR stay with one suggestion. */
const mostAnswers = 20;

/** HR's words and one outcome more: of many outcomes the latest stay, the decision always does. */
export function withOutcome<Answer extends SuggestionAnswer>(answers: readonly Answer[], outcome: Answer): Answer[] {
  const decisions = answers.filter(({ kind }) => kind !== 'done');
  const outcomes = [...answers.filter(({ kind }) => kind === 'done'), outcome];
  return [...decisions, ...outcomes.slice(decisions.length - mostAnswers)];
}

/** Who left is only said to have left where they were named: it would tell a little of who stood unnamed. */
function authorShown({ authorName: name, authorPlace: place, isNamed, isSigned }: StoredSuggestion, isMine: boolean) {
  if (!isNamed && !isMine) return null;
  return isSigned || isMine ? { name, place } : { name: formerColleague, place: '' };
}

/** A suggestion as this person sees it on a day. */
export function suggestionView(suggestion: StoredSuggestion, viewer: Viewer, today: Day): Suggestion {
  const { _id, topic, title, text, state, answerBy, shares, takenDownReason, at, supporters } = suggestion;
  const isMine = suggestion.authorId === viewer.personId;
  return {
    ...{ _id, topic, title, text, state, answerBy, shares, at, isMine },
    author: authorShown(suggestion, isMine),
    supporters: supporters.length,
    isSupportedByMe: supporters.includes(viewer.personId),
    lateDays: answerBy === null ? 0 : Math.max(0, daysBetween(answerBy, today)),
    answers: suggestion.answers.map(({ kind, words, byName, at: saidAt }) => ({ kind, words, byName, at: saidAt })),
    takenDownReason: isMine || viewer.isHr ? takenDownReason : null,
    may: stepsOf(suggestion, viewer),
  };
}
