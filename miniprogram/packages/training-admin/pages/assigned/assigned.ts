import type { AssignedLine, AssignedStanding } from '../../../../../shared/training/assignment';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { todayOf } from '../../../../wording/day';
import { learnerRow } from '../../wording/learner-row';

interface Asked extends Screen {
  asked(): { standing: AssignedStanding; courseId: string | null };
}

function assignedRow(line: AssignedLine) {
  const { personId, courseId, title, mayTakeBack } = line;
  const { name, isLate, stand, meta } = learnerRow(line, todayOf(new Date()));
  return { key: `${personId}.${courseId}`, personId, courseId, title, name, isLate, stand, meta, mayTakeBack };
}
type Row = ReturnType<typeof assignedRow>;

const list = perPage(
  (screen: Asked) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.training.listAssigned({ ...screen.asked(), ...cursor }),
      rowOf: assignedRow,
    }),
);
const takeBack = perPage(() => new Intent());
const everyCourse = { courseId: '', title: '全部课程' };
/** Pages of courses to choose from; more than two hundred are found from the course's own page. */
const mostPages = 4;

Page({
  data: {
    standing: 'late' as AssignedStanding,
    standings: [
      { standing: 'late', text: '逾期' },
      { standing: 'open', text: '未完成' },
      { standing: 'done', text: '已完成' },
    ] as { standing: AssignedStanding; text: string }[],
    empty: {
      late: '没有人逾期。',
      open: '没有还在学的必修课。指派课程后，谁学到哪里都在这里。',
      done: '还没有人完成必修课。',
    } as Record<AssignedStanding, string>,
    courses: [everyCourse],
    courseIndex: 0,
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    sheet: '',
    chosen: {} as Partial<Row>,
    reason: '',
    busy: false,
    problem: '',
  },

  onLoad({ course = '', title = '' }: { course?: string; title?: string }) {
    wx.hideShareMenu({});
    if (course) {
      this.setData({ courses: [everyCourse, { courseId: course, title: decodeURIComponent(title) }], courseIndex: 1 });
    }
    list(this).refresh();
    this.readCourses();
  },
  asked() {
    const { standing, courses, courseIndex } = this.data;
    return { standing, courseId: courses[courseIndex]?.courseId || null };
  },
  /** Courses to choose from come beside the list; without them it is whole. */
  async readCourses() {
    const found = [...this.data.courses];
    let after: { cursor?: string } | null = {};
    for (let page = 0; page < mostPages && after; page += 1) {
      const answer: Awaited<ReturnType<typeof cloud.training.listAuthored>> = await cloud.training.listAuthored({
        ...{ limit: 50, ...after },
      });
      if (!answer.ok) return;
      const fresh = answer.data.items.filter(({ courseId }) => found.every((one) => one.courseId !== courseId));
      found.push(...fresh.map(({ courseId, title }) => ({ courseId, title })));
      after = answer.data.next === null ? null : { cursor: answer.data.next };
    }
    this.setData({ courses: found });
  },
  startOver() {
    this.setData({ frame: loading, rows: [] });
    list(this).refresh();
  },
  onStandingTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { standing: AssignedStanding }>) {
    this.setData({ standing: currentTarget.dataset.standing });
    this.startOver();
  },
  onCourseChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ courseIndex: Number(detail.value) });
    this.startOver();
  },
  async onPullDownRefresh() {
    await list(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },
  onMoreTap() {
    list(this).more();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onRowTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen?.mayTakeBack) this.setData({ sheet: 'takeBack', chosen, reason: '', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  async onTakeBackConfirm() {
    const { personId = '', courseId = '' } = this.data.chosen;
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '写一句理由，对方会看到。' });
      return;
    }
    const input = { personId, courseId, reason };
    const sent = takeBack(this).send((requestId) => cloud.training.takeBackTraining({ ...input, requestId }));
    if (await carryOut(this, sent)) list(this).refresh();
  },
});
