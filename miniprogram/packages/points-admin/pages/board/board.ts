import type { InflationBoard, IssueSource } from '../../../../../shared/points/board';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { type BoardView, boardView, type ChosenWeek, chosenWeekOf, flowLegend, heldLegend } from './board-view';
import { type UnprovedAccount, unprovedAccounts } from './unproved-accounts';

const root = '/packages/points-admin/pages';
const alertsShown = 20;
const doors = [
  { icon: 'lines', title: '积分规则', meta: '每条规则给多少、上限多少；改之前先试算', url: `${root}/rules/rules` },
  { icon: 'search', title: '值得看一眼', meta: '不寻常的得分方式，只提示，不处罚', url: `${root}/findings/findings` },
  {
    icon: 'coin',
    title: '调价试算',
    meta: '换一个价格，要攒几周、多少人换得起',
    url: `${root}/price-trial/price-trial`,
  },
  {
    icon: 'file',
    title: '计税价值',
    meta: '按月导出每人兑换的价值，给薪酬核算',
    url: `${root}/value-sheet/value-sheet`,
  },
];

Page({
  data: {
    frame: loading,
    board: null as InflationBoard | null,
    view: null as BoardView | null,
    week: null as ChosenWeek | null,
    /** Accounts that the latest night could not prove. */
    unproved: [] as UnprovedAccount[],
    doors,
    flowLegend,
    heldLegend,
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  /** Thresholds may have been changed on the page that one comes back from. */
  onShow() {
    this.readBoard();
  },
  async onPullDownRefresh() {
    await this.readBoard();
    wx.stopPullDownRefresh();
  },

  async readBoard() {
    const alerts = this.readAlerts();
    await fillFrame(this, {
      keepAs: 'inflation-board',
      ask: () => cloud.points.readInflationBoard({}),
      show: (board) => {
        const key = this.data.week?.until ?? board.today;
        this.setData({
          board,
          view: boardView(board),
          week: chosenWeekOf(board, key) ?? chosenWeekOf(board, board.today),
        });
      },
    });
    await alerts;
  },
  /** Told beside the board: without it, the figures are still right. */
  async readAlerts() {
    const answer = await cloud.points.listPointAlerts({ limit: alertsShown });
    if (answer.ok) this.setData({ unproved: unprovedAccounts(answer.data.items, new Date()) });
  },
  onRetryTap() {
    this.readBoard();
  },
  onWeekChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const { board } = this.data;
    if (board) this.setData({ week: chosenWeekOf(board, detail.key) });
  },
  onWeekTap() {
    const { week } = this.data;
    if (week) this.openLines(week.from, week.until);
  },
  onSourceTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { source: IssueSource }>) {
    const { board, view } = this.data;
    if (board && view) this.openLines(view.sourcesFrom, board.today, currentTarget.dataset.source);
  },
  openLines(from: string, until: string, source: IssueSource | '' = '') {
    wx.navigateTo({ url: `${root}/booked-lines/booked-lines?from=${from}&until=${until}&source=${source}` });
  },
  onGiftTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { gift: string }>) {
    wx.navigateTo({ url: `${root}/price-trial/price-trial?gift=${currentTarget.dataset.gift}` });
  },
  onThresholdsTap() {
    wx.navigateTo({ url: `${root}/thresholds/thresholds` });
  },
  onDoorTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    wx.navigateTo({ url: currentTarget.dataset.url });
  },
});
