import {
  type AnsweredQuestion,
  type FestivalQuiz,
  type OpenedQuiz,
  type QuizContent,
  type QuizPhase,
  type QuizQuestion,
  type QuizReward,
  quizLimits,
  type WrittenQuiz,
} from '../../../shared/games/quiz';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { AskedQuestion } from '../../../shared/training/question';
import type { QuizCount, StoredQuiz, StoredTry } from '../documents';

const dayMillis = 86_400_000;
const minuteMillis = 60_000;
/** No function lives so long: whoever began to hand in before the end has done so by then. */
const settledMillis = 2 * minuteMillis;
/** Tries are kept for a year after the end. */
const keptMillis = 365 * dayMillis;

const later = (moment: Instant, millis: number): Instant => new Date(Date.parse(moment) + millis).toISOString();

/** How it stands at a moment: open from the first instant on, closed from the last one on. */
export function phaseOf({ state, opensAt, closesAt }: StoredQuiz, at: Instant): QuizPhase {
  if (state !== 'published') return state;
  if (at < opensAt) return 'coming';
  return at < closesAt ? 'open' : 'closed';
}

/** Refuses times that are no window, and rewards that do not rise or cannot be reached. */
export function checkContent({ opensAt, closesAt, questions, rewards }: QuizContent): void {
  if (closesAt <= opensAt || closesAt > later(opensAt, quizLimits.mostDays * dayMillis)) {
    refuse('quiz_times_wrong', { days: quizLimits.mostDays });
  }
  const rising = rewards.every(({ fromRight, points }, index) => {
    const before = rewards[index - 1];
    return before === undefined || (before.fromRight < fromRight && before.points < points);
  });
  const highest = rewards.at(-1)?.fromRight ?? 0;
  if (!rising || highest > questions.length) refuse('quiz_rewards_wrong');
}

/** What so many right answers earn. */
export const rewardFor = (rewards: readonly QuizReward[], right: number): number =>
  rewards.findLast(({ fromRight }) => right >= fromRight)?.points ?? 0;

const trueFalse = ['对', '错'];

export const askedQuestion = (question: QuizQuestion): AskedQuestion => ({
  ...{ questionId: question.questionId, kind: question.kind, text: question.text },
  options: question.kind === 'single' ? question.options : trueFalse,
});

/** The place of the right answer in the options as they are shown. */
export const rightPlace = (question: QuizQuestion): number =>
  question.kind === 'single' ? question.right : Number(!question.right);

/** Refuses an answer too few, too many, or beside the options. */
export function checkPicks({ questions }: QuizContent, picks: readonly number[]): void {
  const isWhole = picks.length === questions.length;
  const isOffered = questions.every((question, index) => {
    return (picks[index] ?? Number.POSITIVE_INFINITY) < askedQuestion(question).options.length;
  });
  if (!isWhole || !isOffered) refuse('quiz_answers_missing');
}

const answeredQuestion = (question: QuizQuestion, given: number | null): AnsweredQuestion => ({
  ...askedQuestion(question),
  ...{ given, right: rightPlace(question), explanation: question.explanation },
});

/** What somebody handed in; `_id` is quiz and person. */
type HandedIn = Pick<StoredTry, '_id' | 'personId' | 'picks' | 'requestId' | 'at'>;

/** One person's try, judged. */
export function judgedTry(quiz: StoredQuiz, { _id, personId, picks, requestId, at }: HandedIn): StoredTry {
  checkPicks(quiz, picks);
  const right = quiz.questions.filter((question, index) => picks[index] === rightPlace(question)).length;
  return {
    ...{ _id, quizId: quiz._id, personId, title: quiz.title, picks, requestId, at, sort: `${at}.${_id}` },
    ...{ right, points: rewardFor(quiz.rewards, right), pendingSince: at, purgeAt: later(quiz.closesAt, keptMillis) },
  };
}

/** As colleagues see it in the list. */
export function quizView(quiz: StoredQuiz, mine: StoredTry | null, at: Instant): FestivalQuiz {
  const { _id, title, festival, intro, opensAt, closesAt, rewards, questions, outcome } = quiz;
  const score = mine && { right: mine.right, points: mine.points, at: mine.at };
  return {
    ...{ _id, title, festival, intro, opensAt, closesAt, rewards, outcome, mine: score },
    ...{ questionCount: questions.length, phase: phaseOf(quiz, at) },
  };
}

/** Questions go out only while one may answer them, and right answers only when one no longer can. */
export function openedQuiz(quiz: StoredQuiz, mine: StoredTry | null, at: Instant): OpenedQuiz {
  const phase = phaseOf(quiz, at);
  const mayAnswer = phase === 'open' && mine === null;
  const isOver = phase === 'closed' || mine !== null;
  return {
    ...quizView(quiz, mine, at),
    asked: mayAnswer ? quiz.questions.map(askedQuestion) : [],
    answered: isOver ? quiz.questions.map((one, index) => answeredQuestion(one, mine?.picks[index] ?? null)) : [],
  };
}

/** A draft as it is begun. */
export function newDraft(_id: string, content: QuizContent, requestId: string, writtenById: string): StoredQuiz {
  return {
    ...{ _id, ...content, state: 'draft', version: 1, lastRequestId: requestId, writtenById },
    ...{ sort: `${content.opensAt}.${_id}`, shownSort: null, outcome: null },
    ...{ announceSince: null, announceCursor: null, countSince: null, count: null },
  };
}

/** The change by which a draft becomes everybody's, with what then has to follow. Refuses one that is over already. */
export function publication({ sort, opensAt, closesAt, questions }: StoredQuiz, now: Instant): Publication {
  if (closesAt <= now) refuse('quiz_times_wrong', { days: quizLimits.mostDays });
  return {
    ...{ state: 'published', shownSort: sort },
    ...{ announceSince: opensAt > now ? opensAt : now, announceCursor: null },
    countSince: later(closesAt, settledMillis),
    count: { cursor: null, people: 0, wrong: questions.map(() => 0) },
  };
}

type Publication = Pick<StoredQuiz, 'shownSort' | 'announceSince' | 'announceCursor' | 'countSince'> & {
  state: 'published';
  count: QuizCount;
};

export function writtenView(quiz: StoredQuiz, people: number, at: Instant): WrittenQuiz {
  const { _id, title, festival, intro, opensAt, closesAt, questions, rewards, version, outcome } = quiz;
  return {
    ...{ _id, title, festival, intro, opensAt, closesAt, questions, rewards, version, outcome },
    ...{ phase: phaseOf(quiz, at), people },
  };
}
