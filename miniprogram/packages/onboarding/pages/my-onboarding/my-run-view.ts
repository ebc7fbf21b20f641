import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { Day, Instant } from '../../../../../shared/kernel/scalar';
import type { OnboardingContract } from '../../../../../shared/onboarding/contract';
import type { ChangesSinceLeft } from '../../../../../shared/onboarding/run';
import type { IconName } from '../../../../components/app-icon/icon-shapes';
import { dayInWords, todayOf } from '../../../../wording/day';
import { dayInMonth, dayWithWeekday, paperInWords } from '../../wording/boarding';
import { besideRows, coursePage, requiredCourses, roadOf } from '../../wording/road';

export type MyRun = OutputOf<OnboardingContract['readMyRun']>;

export const questions = ['工作和当初说的一样吗', '遇到事情知道找谁吗', '愿意推荐朋友来这里吗'];

const fromInWords = { buddy: '你的伙伴', manager: '你的上级', team: '同事' };

/** What has been handed in, and what the run asks for besides. */
function paperRows({ run, papers }: MyRun) {
  // What does not apply, or is still valid from an earlier stint, is not asked for.
  const asked = (run?.activities ?? []).flatMap(({ paper, isRequired, state }) => {
    const isWanted = state !== 'notApplicable' || papers.some(({ kind }) => kind === paper);
    return paper !== null && isWanted ? [{ paper, isRequired }] : [];
  });
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

/** A line of 离开期间的变化; without an address it opens nothing. */
interface ChangeRow {
  key: string;
  icon: IconName;
  title: string;
  meta: string;
  url: string;
}

/** As many must-reads as the cloud lists. */
const mostShown = 10;
const articlePage = '/packages/community/pages/article/article';

function changeRows({ activities, courses, articles }: ChangesSinceLeft, today: Day, opens: boolean): ChangeRow[] {
  const dayOf = (moment: Instant) => dayInWords(todayOf(new Date(moment)), today);
  const added: ChangeRow[] = activities?.length
    ? [{ key: 'activities', icon: 'plus', title: '新增的入职任务', meta: activities.join('、'), url: '' }]
    : [];
  const renewed = (courses ?? []).map(({ courseId, title, passedAt }) => ({
    ...{ key: courseId, icon: 'book' as const, title: `课程「${title}」更新了` },
    ...{ meta: `你在${dayOf(passedAt)}通过的是以前的内容`, url: `${coursePage}?id=${courseId}` },
  }));
  const published = (articles ?? []).map(({ articleId, title, publishAt }) => ({
    ...{ key: articleId, icon: 'megaphone' as const, title, meta: `必读 · ${dayOf(publishAt)}发布` },
    // Before the first day nobody reads what is for colleagues.
    ...(opens
      ? { url: `${articlePage}?id=${articleId}` }
      : { url: '', meta: `必读 · ${dayOf(publishAt)}发布 · 入职后可以读` }),
  }));
  return [...added, ...renewed, ...published];
}

/** 离开期间的变化: what is another now, and what cannot be told. */
function changesFace({ run, changes }: MyRun) {
  if (run === null || changes === null) return null;
  const { activities, courses, articles } = changes;
  const rows = changeRows(changes, run.today, run.today >= run.startsOn);
  const isUnanswered = courses === null || articles === null;
  const notes = [
    ...(activities === null ? ['你上次入职不在同路里，任务没法逐项比较。'] : []),
    ...(isUnanswered ? ['课程和制度的变化暂时看不到，下拉刷新再试。'] : []),
    ...(rows.length === 0 && !isUnanswered ? ['课程和必读的制度，和你离开时一样。'] : []),
    ...(articles?.length === mostShown ? [`必读只列最近 ${mostShown} 篇。`] : []),
  ];
  return { rows, notes };
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
    beside: besideRows(answer.required ?? [], today),
    isBesideUnknown: answer.required === null,
    changes: changesFace(answer),
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
