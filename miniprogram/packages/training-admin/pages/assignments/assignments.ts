import type { Assignment, AssignmentAudience } from '../../../../../shared/training/assignment';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { dayInWords, momentInWords, todayOf } from '../../../../wording/day';

function audienceInWords(audience: AssignmentAudience): string {
  switch (audience.kind) {
    case 'everybody':
      return '全公司';
    case 'branch':
      return '一个分公司';
    case 'department':
      return audience.departmentName;
    case 'position':
      return audience.position;
    case 'persons':
      return `${audience.personIds.length} 位同事`;
  }
}

function assignmentRow({
  assignmentId,
  titles,
  audience,
  dueOn,
  reached,
  isWalking,
  createdAt,
  takenBack,
}: Assignment) {
  const now = new Date();
  const due = dueOn === null ? '选修，不催' : `${dayInWords(dueOn, todayOf(now))}截止`;
  return {
    ...{ assignmentId, title: titles.join('、'), mayTakeBack: takenBack === null },
    meta: `给${audienceInWords(audience)} · ${due} · ${momentInWords(createdAt, now)}指派`,
    why: takenBack === null ? '' : `收回的理由：${takenBack.reason}`,
    stand: takenBack ? '已收回' : isWalking ? '正在送达' : `送达 ${reached} 人`,
  };
}
type Row = ReturnType<typeof assignmentRow>;

const list = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.training.listAssignments({ ...cursor }),
      rowOf: assignmentRow,
    }),
);
const takeBack = perPage(() => new Intent());

Page({
  data: {
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

  onLoad() {
    wx.hideShareMenu({});
    list(this).refresh();
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
    const { assignmentId = '' } = this.data.chosen;
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '写一句理由，大家会看到。' });
      return;
    }
    const sent = takeBack(this).send((requestId) =>
      cloud.training.takeBackAssignment({ assignmentId, reason, requestId }),
    );
    if (await carryOut(this, sent)) list(this).refresh();
  },
});
