import type { LeavingLine, RowOwner } from '../../../../../shared/offboarding/separation';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { type LeavingRow, leavingRow, ownerInWords } from '../../wording/leaving';

interface ListScreen extends Screen {
  data: { owner: RowOwner };
}

const list = perPage(
  (screen: ListScreen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.offboarding.listClearances({ owner: screen.data.owner, ...cursor }),
      rowOf: (line: LeavingLine) => leavingRow(line, new Date()),
    }),
);

/** The roles in which something can wait for this person. */
function ownersOf({ roles }: Me): { owner: RowOwner; text: string }[] {
  const owners: RowOwner[] = ['manager', 'it', 'finance', 'administration', 'hr'];
  const isHr = roles.includes('hr') || roles.includes('branchHr');
  const mine = owners.filter((owner) => (owner === 'hr' ? isHr : roles.includes(owner)));
  return mine.map((owner) => ({ owner, text: owner === 'manager' ? '我的下属' : ownerInWords[owner] }));
}

Page({
  data: {
    frame: loading,
    rows: [] as LeavingRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    choices: [] as ReturnType<typeof ownersOf>,
    owner: 'manager' as RowOwner,
    isPayroll: false,
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => {
      this.showMe(me);
      list(this).refresh();
    });
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  showMe(me: Me) {
    const choices = ownersOf(me);
    const isHeld = choices.some(({ owner }) => owner === this.data.owner);
    const isPayroll = me.roles.includes('finance');
    this.setData({ isPayroll, choices, owner: isHeld ? this.data.owner : (choices[0]?.owner ?? 'manager') });
  },
  onShow() {
    list(this).revisit();
  },
  async onPullDownRefresh() {
    await list(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },
  onOwnerTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { owner: RowOwner }>) {
    this.setData({ owner: currentTarget.dataset.owner, rows: [], frame: loading });
    list(this).refresh();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onMoreTap() {
    list(this).more();
  },
  onLeavingTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/offboarding/pages/leaving/leaving?id=${currentTarget.dataset.id}` });
  },
  onPayrollTap() {
    wx.navigateTo({ url: '/packages/offboarding/pages/payroll/payroll' });
  },
});
