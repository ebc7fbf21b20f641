import type { RosterBatchView } from '../../../../../shared/people/roster';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { BatchRunner } from '../../batch-runner';
import { isUnderWay } from '../../batch-view';
import { chooseRosterFile, sendRoster, unfitFile } from '../../roster-upload';

interface BatchPage {
  showBatch(batch: RosterBatchView): void;
  showWaiting(waitsFor: string): void;
  showProblem(problem: string): void;
}

const runner = perPage(
  (page: BatchPage) =>
    new BatchRunner({
      onBatch: (batch) => page.showBatch(batch),
      onWait: (waitsFor) => page.showWaiting(waitsFor),
      onStop: (problem) => page.showProblem(problem),
    }),
);

const giveUp = perPage(() => new Intent());

Page({
  data: {
    batchId: '',
    frame: loading,
    batch: {} as RosterBatchView,
    underWay: false,
    sending: false,
    problem: '',
    /** What the cloud waits for before it goes on by itself. */
    waitsFor: '',
    /** Why the file that was sent cannot be used. */
    fileProblem: '',
    mayGiveUp: false,
    givingUp: false,
    busy: false,
    giveUpProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ batchId: id });
  },
  onShow() {
    this.readBatch();
  },
  onHide() {
    runner(this).stop();
  },
  onUnload() {
    runner(this).stop();
  },
  async onPullDownRefresh() {
    await this.readBatch();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    this.selectComponent('#review')?.more();
  },

  async readBatch() {
    const { batchId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.people.readRosterBatch({ batchId }),
      show: (batch) => this.takeBatch(batch),
    });
  },
  showBatch(batch: RosterBatchView) {
    const { stage, fileProblem } = batch;
    const mayGiveUp = stage === 'opened' || stage === 'unusable' || stage === 'mapped' || stage === 'reviewing';
    this.setData({
      ...{ batch, mayGiveUp, underWay: isUnderWay(stage), problem: '', waitsFor: '' },
      fileProblem: fileProblem ? refusalText(fileProblem) : '',
    });
  },
  showWaiting(waitsFor: string) {
    this.setData({ waitsFor, problem: '' });
  },
  showProblem(problem: string) {
    this.setData({ problem, waitsFor: '' });
  },
  /** A new state from anywhere but the runner; what is under way is driven on from here. */
  takeBatch(batch: RosterBatchView) {
    this.showBatch(batch);
    if (isUnderWay(batch.stage)) runner(this).start(batch._id);
  },

  onBatch({ detail }: WechatMiniprogram.CustomEvent<RosterBatchView>) {
    this.takeBatch(detail);
  },
  onContinue() {
    this.takeBatch(this.data.batch);
  },
  onRetryTap() {
    this.readBatch();
  },
  onGiveUpTap() {
    this.setData({ givingUp: true, giveUpProblem: '' });
  },
  onDismiss() {
    this.setData({ givingUp: false });
  },
  async onGiveUpConfirm() {
    this.setData({ busy: true, giveUpProblem: '' });
    const { batchId } = this.data;
    const answer = await giveUp(this).send((requestId) => cloud.people.cancelRosterBatch({ batchId, requestId }));
    this.setData({ busy: false, giveUpProblem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ givingUp: false });
    this.takeBatch(answer.data);
  },
  async onChooseTap() {
    this.setData({ problem: '' });
    const file = await chooseRosterFile();
    if (!file) return;
    const unfit = unfitFile(file);
    if (unfit) return this.setData({ problem: unfit });
    this.setData({ sending: true });
    const answer = await sendRoster(this.data.batch, file);
    this.setData({ sending: false });
    if (answer.ok) this.takeBatch(answer.data);
    else await this.readBatch();
    if (!answer.ok && !this.data.fileProblem) this.setData({ problem: refusalText(answer) });
  },
});
