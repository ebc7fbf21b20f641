import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { OnboardingContract } from '../../../../../shared/onboarding/contract';
import type { OnboardingRun } from '../../../../../shared/onboarding/run';
import type { MatchReason } from '../../../../../shared/onboarding/template';
import { dayInMonth, dayWithWeekday, isClosed } from '../../wording/boarding';
import { besideRows, requiredCourses, roadOf } from '../../wording/road';

const reasonInWords: Record<MatchReason, string> = { position: '岗位', department: '部门', branch: '分公司' };

const stateInWords = { pending: '还没入职', inProcess: '进行中', completed: '已完成', cancelled: '已取消' };

/** What three questions the marks belong to, in short. */
const questions = ['和当初说的一样', '知道找谁', '愿意推荐朋友'];

const whyInWords = (why: readonly MatchReason[]) =>
  why.length > 0 ? `按${why.map((one) => reasonInWords[one]).join('、')}选的` : '适用于所有人';

export type ReadRun = OutputOf<OnboardingContract['readRun']>;

/** Everything that the page shows of somebody's coming. */
export function runFace(run: ReadRun) {
  const { today, startsOn, allowed, why, check, activities } = run;
  const may = (action: OnboardingRun['allowed'][number]) => allowed.includes(action);
  const percent = run.total === 0 ? 100 : Math.floor((100 * run.done) / run.total);
  return {
    ...{ runId: run._id, today, name: run.name, percent, progress: `${run.done} / ${run.total}`, ...dayInMonth(run) },
    place: [run.departmentName, run.position].filter(Boolean).join(' · '),
    day: dayWithWeekday(startsOn, today),
    state: stateInWords[run.state],
    cancelReason: run.cancelReason ?? '',
    people: `伙伴 ${run.buddyName} · 上级 ${run.managerName}`,
    template: `${run.templateName} 第 ${run.templateVersion} 版 · ${whyInWords(why)}`,
    firstDay: run.firstDay,
    bring: run.firstDay.bring.join('、'),
    courses: requiredCourses(run),
    beside: besideRows(run.required ?? [], today),
    isBesideUnknown: run.required === null,
    road: roadOf(run),
    greetings: run.greetings,
    check,
    marks: check ? questions.map((question, index) => `${question} ${check.marks[index] ?? 0} 分`).join(' · ') : '',
    open: activities.filter((one) => !isClosed(one) && one.owner !== 'newHire'),
    ...{ mayGreet: may('greet'), mayReply: may('replyCheck'), isHr: may('seePapers') },
    ...{
      mayReassign: may('reassign'),
      mayPlan: may('planFirstDay'),
      mayReapply: may('reapply'),
      mayCancel: may('cancel'),
    },
  };
}
