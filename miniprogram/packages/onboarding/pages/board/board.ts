import type { BoardFigures, RunLine } from '../../../../../shared/onboarding/run';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { runRow } from './run-row';

type Which = 'open' | 'late' | 'stuck' | 'over';

const choices: { which: Which; text: string }[] = [
  { which: 'open', text: '进行中' },
  { which: 'late', text: '有逾期' },
  { which: 'stuck', text: '卡住了' },
  { which: 'over', text: '已结束' },
];
const sentences: Record<Which, string> = {
  open: '现在没有进行中的入职。新增待入职同事后，从这里开始。',
  late: '没有逾期的入职。',
  stuck: '没有卡住的入职。',
  over: '还没有结束的入职。',
};

interface Filters extends Screen {
  filter(): { departmentId?: string };
  data: { which: Which };
}

const runs = perPage(
  (screen: Filters) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.onboarding.listRuns({ which: screen.data.which, ...screen.filter(), ...cursor }),
      rowOf: (line: RunLine) => runRow(line),
    }),
);

const everyDepartment = '全部部门';

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof runRow>[],
    tail: 'end' as Tail,
    tailProblem: '',
    choices,
    which: 'open' as Which,
    sentence: sentences.open,
    figures: null as (BoardFigures & { percent: string }) | null,
    departmentNames: [everyDepartment],
    departmentId: '',
    departmentIndex: 0,
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    this.readFigures();
    runs(this).revisit();
  },
  async onPullDownRefresh() {
    await Promise.all([this.readFigures(), runs(this).refresh()]);
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    runs(this).more();
  },

  filter() {
    const { departmentId } = this.data;
    return departmentId ? { departmentId } : {};
  },
  /** The figures are an addition to the list: without them the list is still right. */
  async readFigures() {
    const answer = await cloud.onboarding.readBoard({});
    if (!answer.ok) return;
    const { completionPercent, departments } = answer.data;
    this.setData({
      figures: { ...answer.data, percent: completionPercent === null ? '–' : `${completionPercent}%` },
      departmentNames: [everyDepartment, ...departments.map(({ name }) => name)],
      // Where the chosen department stands now: whoever has started since comes first.
      departmentIndex: departments.findIndex((one) => one.departmentId === this.data.departmentId) + 1,
    });
  },
  onWhichTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { which: Which }>) {
    const { which } = currentTarget.dataset;
    this.setData({ which, sentence: sentences[which], rows: [], frame: loading });
    runs(this).refresh();
  },
  onDepartmentChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const departmentIndex = Number(detail.value);
    const departmentId = this.data.figures?.departments[departmentIndex - 1]?.departmentId ?? '';
    this.setData({ departmentIndex, departmentId, rows: [], frame: loading });
    runs(this).refresh();
  },
  onRetryTap() {
    runs(this).refresh();
  },
  onMoreTap() {
    runs(this).more();
  },
  onRunTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/onboarding/pages/run/run?id=${currentTarget.dataset.id}` });
  },
  onStartTap() {
    wx.navigateTo({ url: '/packages/onboarding/pages/start/start' });
  },
  onTemplatesTap() {
    wx.navigateTo({ url: '/packages/onboarding/pages/templates/templates' });
  },
});
