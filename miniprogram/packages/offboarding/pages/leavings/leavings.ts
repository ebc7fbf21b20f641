import type { Answer, InputOf, OutputOf } from '../../../../../shared/kernel/contract';
import type { OffboardingContract } from '../../../../../shared/offboarding/contract';
import type { LeavingLine } from '../../../../../shared/offboarding/separation';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { type LeavingRow, leavingRow } from '../../wording/leaving';

type Shelf = InputOf<OffboardingContract['listLeavings']>['shelf'];
type Board = OutputOf<OffboardingContract['listLeavings']>;

const choices: { shelf: Shelf; text: string; sentence: string }[] = [
  { shelf: 'running', text: '办理中', sentence: '现在没有人在办离职。' },
  { shelf: 'ended', text: '手续未完', sentence: '离开的同事手续都办完了。' },
  { shelf: 'past', text: '已结束', sentence: '还没有办结或撤回的离职。' },
];

interface Screens extends Screen {
  data: { shelf: Shelf };
}

async function readBoard(screen: Screens, cursor: { cursor?: string }): Promise<Answer<Board>> {
  const answer = await cloud.offboarding.listLeavings({ shelf: screen.data.shelf, ...cursor });
  if (answer.ok) screen.setData({ late: answer.data.late });
  return answer;
}

const list = perPage(
  (screen: Screens) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => readBoard(screen, cursor),
      rowOf: (line: LeavingLine) => leavingRow(line, new Date()),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as LeavingRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    choices,
    shelf: 'running' as Shelf,
    sentence: choices[0]?.sentence ?? '',
    late: 0,
    mayChange: false,
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  showMe({ roles }: Me) {
    this.setData({ mayChange: roles.includes('hr') });
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
  onShelfTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { shelf: Shelf }>) {
    const { shelf } = currentTarget.dataset;
    const sentence = choices.find((one) => one.shelf === shelf)?.sentence ?? '';
    this.setData({ shelf, sentence, rows: [], frame: loading });
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
  onTemplateTap() {
    wx.navigateTo({ url: '/packages/offboarding/pages/clearance-template/clearance-template' });
  },
  onPayrollTap() {
    wx.navigateTo({ url: '/packages/offboarding/pages/payroll/payroll' });
  },
  onGuideTap() {
    wx.navigateTo({ url: '/packages/offboarding/pages/guide/guide' });
  },
});
