import type { RuleTrial } from '../../../../../shared/points/board';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { perPage } from '../../../../cloud/per-page';
import { TrialRunner } from '../../trial-runner';
import { forecastLegend, monthInWords, type TrialView, trialView } from './trial-view';

interface TrialPage {
  showTrial(trial: RuleTrial): void;
  setData(data: Record<string, unknown>): void;
}
const runner = perPage(
  (page: TrialPage) =>
    new TrialRunner({
      onTrial: (trial) => page.showTrial(trial),
      onStop: (problem) => page.setData({ problem }),
    }),
);

Page({
  data: {
    frame: loading,
    id: '',
    view: null as TrialView | null,
    isRunning: false,
    month: '',
    monthSaid: '',
    forecastLegend,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ id });
    this.readTrial();
  },
  onUnload() {
    runner(this).stop();
  },

  async readTrial() {
    const fresh = await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.readRuleTrial({ trialId: this.data.id }),
      show: (trial) => this.showTrial(trial),
    });
    if (fresh && this.data.isRunning) runner(this).start(this.data.id);
  },
  showTrial(trial: RuleTrial) {
    const view = trialView(trial);
    const month = view.columns[view.columns.length - 1]?.key ?? '';
    this.setData({
      view,
      isRunning: trial.stage === 'running',
      month,
      monthSaid: monthInWords(view, month),
      problem: '',
    });
  },
  onRetryTap() {
    this.readTrial();
  },
  onResumeTap() {
    this.setData({ problem: '' });
    runner(this).start(this.data.id);
  },
  onMonthChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const { view } = this.data;
    if (view) this.setData({ month: detail.key, monthSaid: monthInWords(view, detail.key) });
  },
});
