import { dayOf, momentOn } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { reminderDays } from '../../../shared/onboarding/run';
import type { Named, PendingNotice, StoredRun } from '../documents';
import { myRunPage, runPage } from './run-page';
import { checkOpensOn, isClosed, isOver, reminderDayOf } from './run-totals';

/** Who works here now. */
type Present = Pick<ReadonlyMap<string, unknown>, 'has'>;

const present = (persons: readonly Named[], here: Present) =>
  persons.flatMap(({ personId }) => (here.has(personId) ? [personId] : []));

/** Who hears on which reminder day: the buddy first, then the manager too, then HR too; for a leaver the next one. */
function reminded({ buddy, manager, startedBy }: StoredRun, round: number, here: Present): string[] {
  return [...new Set(present([buddy, manager, startedBy], here).slice(0, round + 1))];
}

function reminderNotice(run: StoredRun, round: number, at: Instant, here: Present): PendingNotice | null {
  const open = run.activities.filter(
    (activity) => activity.isRequired && !isClosed(activity) && activity.dueOn <= dayOf(at),
  );
  const personIds = reminded(run, round, here);
  if (open.length === 0 || personIds.length === 0) return null;
  const titles = open.slice(0, 3).map(({ title, ownerName }) => `${title}（${ownerName}）`);
  return {
    factId: `remind${round}.${run._id}`,
    personIds,
    title: `${run.name}入职第 ${reminderDays[round] ?? 0} 天：还有 ${open.length} 件`,
    line: titles.join('、'),
    page: runPage(run._id),
  };
}

function dayOneNotices(run: StoredRun, here: Present): PendingNotice[] {
  const close = [...new Set(present([run.buddy, run.manager], here))];
  const word: PendingNotice[] =
    close.length === 0
      ? []
      : [
          {
            ...{ factId: `day1.with.${run._id}`, personIds: close, title: `${run.name}今天入职` },
            ...{ line: `${run.departmentName} · ${run.position}，第一天记得打个招呼`, page: runPage(run._id) },
          },
        ];
  return [
    {
      factId: `day1.${run._id}`,
      personIds: [run.personId],
      title: `欢迎加入，${run.name}！`,
      line: `今天 ${run.firstDay.time}，${run.firstDay.place}，找${run.firstDay.askFor}。打开你的入职地图`,
      page: myRunPage,
    },
    ...word,
  ];
}

/**
 * What a run tells by itself at a moment. Each message has one name, so that a run that wakes twice, or late, tells
 * nothing twice; what was long ago when it woke is not told any more.
 */
export function awoken(run: StoredRun, now: Instant, here: Present): StoredRun {
  if (isOver(run)) return run;
  const today = dayOf(now);
  const { startsOn } = run;
  const since = run.wakeAt ?? now;
  const passed = (moment: Date) => moment.toISOString() >= since && moment.toISOString() <= now;
  const first = passed(momentOn(startsOn, '00:00')) && today === startsOn ? dayOneNotices(run, here) : [];
  const reminders = reminderDays.flatMap((day, round) => {
    const isNow = passed(momentOn(reminderDayOf(startsOn, day), '09:00'));
    const notice = isNow ? reminderNotice(run, round, now, here) : null;
    return notice === null ? [] : [notice];
  });
  const checks: PendingNotice[] =
    passed(momentOn(checkOpensOn(startsOn), '09:00')) && run.check === null
      ? [
          {
            ...{ factId: `check.${run._id}`, personIds: [run.personId], title: '入职快满月了，聊三个问题' },
            ...{ line: `${run.manager.name}会看到并回复你`, page: myRunPage },
          },
        ]
      : [];
  return { ...run, notices: [...run.notices, ...first, ...reminders, ...checks] };
}
