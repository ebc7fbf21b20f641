import type { QuizContent, QuizQuestion, WrittenQuiz } from '../../../../../shared/games/quiz';
import { newRequestId } from '../../../../cloud/intent';
import { dayInWords, todayOf } from '../../../../wording/day';

interface OptionDraft {
  key: string;
  text: string;
}
const option = (text: string): OptionDraft => ({ key: newRequestId(), text });

/** A question as it is typed; 对 and 错 stand as options of their own kind. */
export interface QuestionDraft {
  questionId: string;
  kind: 'single' | 'trueFalse';
  text: string;
  options: OptionDraft[];
  right: number;
  explanation: string;
}

interface BandDraft {
  key: string;
  fromRight: string;
  points: string;
}
export const band = (fromRight: string, points: string): BandDraft => ({ key: newRequestId(), fromRight, points });

/** A quiz as it is typed. Days and times are of Asia/Shanghai. */
export interface QuizDraft {
  title: string;
  festival: string;
  intro: string;
  opensDay: string;
  opensTime: string;
  closesDay: string;
  closesTime: string;
  rewards: BandDraft[];
  questions: QuestionDraft[];
}

const trueFalse = ['对', '错'];
export const optionsFor = (kind: QuestionDraft['kind']) =>
  (kind === 'trueFalse' ? trueFalse : ['', '', '', '']).map(option);

export const blankQuestion = (): QuestionDraft => ({
  ...{ questionId: newRequestId(), kind: 'single', text: '', options: optionsFor('single'), right: 0, explanation: '' },
});

/** A week from tomorrow, with two rewards to begin with. */
export function blankQuiz(now: Date): QuizDraft {
  const dayIn = (days: number) => todayOf(new Date(now.getTime() + days * 86_400_000));
  return {
    ...{ title: '', festival: '', intro: '', questions: [] },
    ...{ opensDay: dayIn(1), opensTime: '09:00', closesDay: dayIn(8), closesTime: '18:00' },
    rewards: [band('1', '5'), band('3', '10')],
  };
}

const localOf = (moment: string) => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString();

const questionDraftOf = (question: QuizQuestion): QuestionDraft => {
  const { questionId, kind, text, explanation } = question;
  return question.kind === 'single'
    ? { questionId, kind, text, explanation, options: question.options.map(option), right: question.right }
    : { questionId, kind, text, explanation, options: trueFalse.map(option), right: Number(!question.right) };
};

export function draftOf({ title, festival, intro, opensAt, closesAt, rewards, questions }: WrittenQuiz): QuizDraft {
  const [opens, closes] = [localOf(opensAt), localOf(closesAt)];
  return {
    ...{ title, festival, intro, questions: questions.map(questionDraftOf) },
    ...{ opensDay: opens.slice(0, 10), opensTime: opens.slice(11, 16) },
    ...{ closesDay: closes.slice(0, 10), closesTime: closes.slice(11, 16) },
    rewards: rewards.map(({ fromRight, points }) => band(String(fromRight), String(points))),
  };
}

/** What is missing of a question; empty when nothing is. */
export function questionProblem({ kind, text, options, right }: QuestionDraft): string {
  const written = options.filter((one) => one.text.trim());
  if (!text.trim()) return '请写题目。';
  if (kind === 'single' && written.length < 2) return '至少写两个选项。';
  return options[right]?.text.trim() ? '' : '请点圆圈，标出正确的选项。';
}

const whole = (typed: string) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);

/** What is missing of a quiz; empty when nothing is. */
export function quizProblem({ title, festival, questions, rewards }: QuizDraft): string {
  if (!title.trim()) return '请写标题。';
  if (!festival.trim()) return '请写是什么节日，例如：中秋。';
  if (questions.length < 3) return `至少三道题，现在有 ${questions.length} 道。`;
  const isWritten = rewards.every(({ fromRight, points }) => whole(fromRight) !== null && (whole(points) ?? 0) > 0);
  return isWritten ? '' : '请把每一档奖励填成整数。';
}

const momentOf = (day: string, time: string) => new Date(`${day}T${time}:00.000+08:00`).toISOString();

function questionOf({ questionId, kind, text, options, right, explanation }: QuestionDraft): QuizQuestion {
  if (kind === 'trueFalse') return { questionId, kind, text, explanation, right: right === 0 };
  const written = options.map((one, place) => ({ text: one.text, place })).filter((one) => one.text.trim());
  const place = written.findIndex((one) => one.place === right);
  return { questionId, kind, text, explanation, options: written.map((one) => one.text), right: place };
}

/** What goes to the cloud, once nothing is missing. */
export function contentOf(draft: QuizDraft): QuizContent {
  const { title, festival, intro, opensDay, opensTime, closesDay, closesTime, rewards, questions } = draft;
  return {
    ...{ title, festival, intro, questions: questions.map(questionOf) },
    ...{ opensAt: momentOf(opensDay, opensTime), closesAt: momentOf(closesDay, closesTime) },
    rewards: rewards.map(({ fromRight, points }) => ({ fromRight: Number(fromRight), points: Number(points) })),
  };
}

/** The days of a draft as they stand on the screen. */
export function daysInWords({ opensDay, closesDay }: QuizDraft, now: Date) {
  const today = todayOf(now);
  return { opensDay: dayInWords(opensDay, today), closesDay: dayInWords(closesDay, today) };
}
