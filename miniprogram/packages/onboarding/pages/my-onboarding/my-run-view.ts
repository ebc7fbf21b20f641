import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { OnboardingContract } from '../../../../../shared/onboarding/contract';
import type { PaperKind } from '../../../../../shared/onboarding/template';
import { dayInWords } from '../../../../wording/day';
import { dayInMonth, dayWithWeekday, paperInWords } from '../../wording/boarding';
import { requiredCourses, roadOf } from '../../wording/road';

export type MyRun = OutputOf<OnboardingContract['readMyRun']>;

export const questions = ['工作和当初说的一样吗', '遇到事情知道找谁吗', '愿意推荐朋友来这里吗'];

const fromInWords = { buddy: '你的伙伴', manager: '你的上级', team: '同事' };

/** What has been handed in, and what the run asks for besides. */
function paperRows({ run, papers }: MyRun) {
  const asked = (run?.activities ?? []).flatMap(({ paper, isRequired }) =>
    paper === null ? [] : [{ paper, isRequired }],
  );
  return asked.map(({ paper, isRequired }) => {
    const handed = papers.find(({ kind }) => kind === paper);
    const ending = handed?.ending ? `尾号 ${handed.ending} · ` : '';
    return {
      kind: paper,
      title: paperInWords[paper],
      isHanded: handed !== undefined,
      meta: handed
        ? `${ending}已交，${dayInWords(handed.deleteOn, run?.today ?? '')}自动删除`
        : isRequired
          ? '还没有交'
          : '有就交，没有也可以',
    };
  });
}

/** Everything that the page shows; null without a run. */
export function myRunFace(answer: MyRun) {
  const { run, card } = answer;
  if (run === null) return null;
  const { today, startsOn, firstDay, sinceLeft } = run;
  const percent = run.total === 0 ? 100 : Math.floor((100 * run.done) / run.total);
  return {
    ...{ runId: run._id, today, name: run.name, welcome: run.welcome, ...dayInMonth(run), percent },
    progress: `${run.done} / ${run.total}`,
    day: dayWithWeekday(startsOn, today),
    firstDay,
    isBefore: today <= startsOn,
    bring: firstDay.bring.join('、'),
    people: `伙伴 ${run.buddyName} · 上级 ${run.managerName}`,
    greetings: [...run.greetings].reverse().map((one) => ({ ...one, who: `${fromInWords[one.from]} ${one.name}` })),
    courses: requiredCourses(run),
    road: roadOf(run),
    papers: paperRows(answer),
    card,
    check: run.check,
    marks: run.check ? questions.map((question, index) => `${question}：${run.check?.marks[index] ?? 0} 分`) : [],
    mayAnswer: run.allowed.includes('answerCheck'),
    sinceLeft: sinceLeft && {
      place: [sinceLeft.fromDepartment, sinceLeft.fromPosition].filter(Boolean).join(' · '),
      now: [run.departmentName, run.position].filter(Boolean).join(' · '),
      leftOn: dayInWords(sinceLeft.leftOn, today),
      skipped: sinceLeft.skipped.join('、'),
    },
  };
}

/** What a phone can hand in as a file. */
export const extensionOf = (path: string) => (/\.pdf$/i.test(path) ? 'pdf' : /\.png$/i.test(path) ? 'png' : 'jpg');
export const pathOf = (requestId: string, kind: PaperKind, file: string) =>
  `onboarding-papers/${requestId}/${kind}.${extensionOf(file)}`;
