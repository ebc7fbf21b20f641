import type { RouteView } from '../../../../../shared/activities/route';
import { momentInWords } from '../../../../wording/day';
import { figure } from '../../../../wording/figure';

/** Everything that the page shows of a route; whether a check-in holds the cloud decides. */
export function routeFace(route: RouteView, now: Date) {
  const { title, goal, done, mayVisit, mayOrganise, opensAt, closesAt } = route;
  const at = now.getTime();
  const isOn = at >= Date.parse(opensAt) && at <= Date.parse(closesAt);
  const percent = Math.min(100, Math.floor((done / goal) * 100));
  const points = route.points.map(({ id, name, point, done: here, visitedAt }) => ({
    ...{ id, name, hasPlace: point !== null },
    how: point ? `到 ${point.radiusMeters} 米内按位置打卡，也可以扫码` : '扫组织者屏幕上的码打卡',
    count: `${figure(here)} 人到过`,
    mine: visitedAt === null ? '' : `我 ${momentInWords(visitedAt, now)} 已打卡`,
    mayScan: isOn && mayVisit && visitedAt === null,
    mayStand: isOn && mayVisit && visitedAt === null && point !== null,
  }));
  return {
    ...{ title, percent, points, mayOrganise },
    progress: `${figure(done)} / ${figure(goal)} 次`,
    rest: done >= goal ? '目标达成，谢谢每一个人！' : `再打 ${figure(goal - done)} 次就达成目标。每人每个点算一次。`,
    own: `我打过 ${points.filter(({ mine }) => mine).length} / ${points.length} 个点`,
    sentence: sentenceOf(route, at),
    isCodeOpen: isOn && mayOrganise,
  };
}

function sentenceOf({ mayVisit, opensAt, closesAt }: RouteView, at: number): string {
  if (at > Date.parse(closesAt)) return '活动已经结束，打卡停在这里。';
  if (at < Date.parse(opensAt)) return '还没到时间，活动开始前一小时起可以打卡。';
  return mayVisit ? '' : '报名以后就能一起打卡。';
}
