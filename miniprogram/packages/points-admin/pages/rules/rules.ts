import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { PointsContract } from '../../../../../shared/points/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { dayInWords, todayOf } from '../../../../wording/day';
import { termsInWords } from '../../wording/terms';

type RuleTable = OutputOf<PointsContract['listRules']>;

function rowsOf({ rules }: RuleTable, today: string) {
  return rules.map(({ current, versions, isAwaited }) => {
    const next = versions.find(({ effectiveOn, version }) => effectiveOn > today && version > current.version);
    return {
      key: current.key,
      title: current.title,
      terms: termsInWords(current),
      next: next ? `${dayInWords(next.effectiveOn, today)}起：${termsInWords(next)}` : '',
      isAwaited,
    };
  });
}

Page({
  data: { frame: loading, rows: [] as ReturnType<typeof rowsOf> },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    this.readTable();
  },
  async onPullDownRefresh() {
    await this.readTable();
    wx.stopPullDownRefresh();
  },

  async readTable() {
    await fillFrame(this, {
      keepAs: 'point-rules',
      ask: () => cloud.points.listRules({}),
      show: (table) => this.setData({ rows: rowsOf(table, todayOf(new Date())) }),
    });
  },
  onRetryTap() {
    this.readTable();
  },
  onRuleTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
    wx.navigateTo({ url: `/packages/points-admin/pages/rule/rule?key=${currentTarget.dataset.key}` });
  },
});
