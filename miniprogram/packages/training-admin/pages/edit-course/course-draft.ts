import type { CourseDraft, CourseHead, ExamTerms } from '../../../../../shared/training/course';
import { questionKindInWords } from '../../wording/question-draft';

/** 关于课程, as it is typed. */
export interface HeadDraft {
  title: string;
  about: string;
  skills: string[];
  hasExam: boolean;
  questions: string;
  minutes: string;
  passPercent: string;
  attempts: string;
  waitHours: string;
}

const usual: ExamTerms = { questions: 5, minutes: 10, passPercent: 80, attempts: 3, waitHours: 0 };

export function headDraft({ title, about, skills, exam }: CourseHead): HeadDraft {
  const { questions, minutes, passPercent, attempts, waitHours } = exam ?? usual;
  return {
    ...{ title, about, skills, hasExam: exam !== null },
    ...{ questions: String(questions), minutes: String(minutes), passPercent: String(passPercent) },
    ...{ attempts: String(attempts), waitHours: String(waitHours) },
  };
}

const whole = (text: string, least: number, most: number) =>
  Math.min(most, Math.max(least, Math.floor(Number(text) || 0)));

export function headOf(draft: HeadDraft, prerequisites: string[]): Omit<CourseHead, 'branchId'> {
  const exam = {
    questions: whole(draft.questions, 1, 100),
    minutes: whole(draft.minutes, 1, 180),
    passPercent: whole(draft.passPercent, 1, 100),
    attempts: whole(draft.attempts, 1, 20),
    waitHours: whole(draft.waitHours, 0, 168),
  };
  return {
    title: draft.title,
    about: draft.about,
    skills: draft.skills,
    prerequisites,
    exam: draft.hasExam ? exam : null,
  };
}

/** As many as a course may teach. */
const mostSkills = 10;

/** The company's skills and those that the course names already, each as a choice. */
export const skillChoices = (listed: readonly string[], chosen: readonly string[]) =>
  [...new Set([...listed, ...chosen])].map((skill) => ({ skill, isChosen: chosen.includes(skill) }));

/** The skills after a tap on one of them; no more than a course may teach. */
export const withTapped = (chosen: readonly string[], skill: string) =>
  chosen.includes(skill) ? chosen.filter((one) => one !== skill) : [...chosen, skill].slice(0, mostSkills);

/** Everything that the page shows of a draft. */
export function draftFace({ state, isAhead, head, locks, chapters, bank }: CourseDraft) {
  const { exam } = head;
  const short =
    exam && bank.length < exam.questions
      ? `考试要抽 ${exam.questions} 题，题库还差 ${exam.questions - bank.length} 题`
      : '';
  return {
    ...{ chapters, isOut: state === 'published', isAhead: isAhead || state !== 'published', short },
    title: head.title,
    before: locks.length > 0 ? `先要通过：${locks.map(({ title }) => title).join('、')}` : '',
    stand: state === 'retired' ? '已停开' : state === 'draft' ? '草稿' : isAhead ? '有未发布的修改' : '已发布',
    exam: exam ? `考试 ${exam.questions} 题，${exam.minutes} 分钟，${exam.passPercent} 分通过` : '没有考试，学完就通过',
    hasExam: exam !== null,
    bank: bank.map(({ questionId, text, kind }) => ({ questionId, text, kind: questionKindInWords(kind) })),
  };
}
