import type { Answer } from '../../../../../shared/kernel/contract';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { type ReadRun, runFace } from './run-face';

type Sheet = '' | 'greet' | 'reply' | 'reassign' | 'plan' | 'cancel' | 'reapply';
type SheetTap = WechatMiniprogram.TouchEvent<never, never, { sheet: Sheet }>;
type Change = WechatMiniprogram.CustomEvent<{ value: string }, never, { name: 'place' | 'time' | 'askFor' | 'bring' }>;

/** Whoever came here to greet finds the sheet open, once. */
const asked = perPage(() => ({ sheet: '' as Sheet }));
/** Another activity or colleague is another intent: what was begun for one is never sent for another. */
const intents = perPage(() => new Map<string, Intent>());

Page({
  data: {
    runId: '',
    frame: loading,
    face: { road: [], open: [] } as Partial<ReturnType<typeof runFace>>,
    sheet: '' as Sheet,
    busy: false,
    problem: '',
    words: '',
    chosen: [] as Colleague[],
    activityKey: '',
    plan: { place: '', time: '09:30', askFor: '', bring: '' },
  },

  onLoad({ id = '', sheet = '' }: { id?: string; sheet?: string }) {
    wx.hideShareMenu({});
    if (sheet === 'greet') asked(this).sheet = sheet;
    this.setData({ runId: id });
  },
  onShow() {
    this.readRun();
  },
  async onPullDownRefresh() {
    await this.readRun();
    wx.stopPullDownRefresh();
  },
  async readRun() {
    const { runId } = this.data;
    const isRead = await fillFrame<ReadRun>(this, {
      keepAs: null,
      ask: () => cloud.onboarding.readRun({ runId }),
      show: (run) => this.setData({ face: runFace(run) }),
    });
    if (!isRead) return;
    if (asked(this).sheet && this.data.face.mayGreet) this.openSheet(asked(this).sheet);
    asked(this).sheet = '';
  },
  /** Sends what the open sheet confirms under an id of its own; a refusal stays on the sheet. */
  async send<Data>(ask: (requestId: string) => Promise<Answer<Data>>, said: string): Promise<void> {
    const { sheet, activityKey, chosen } = this.data;
    const name = [sheet, activityKey, ...chosen.map(({ personId }) => personId)].join(' ');
    const intent = intents(this).get(name) ?? new Intent();
    intents(this).set(name, intent);
    this.setData({ busy: true, problem: '' });
    const answer = await intent.send(ask);
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ sheet: '' });
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    await this.readRun();
  },

  onRetryTap() {
    this.readRun();
  },
  onChanged() {
    this.readRun();
  },
  onSheetTap({ currentTarget }: SheetTap) {
    this.openSheet(currentTarget.dataset.sheet);
  },
  onGreet() {
    this.openSheet('greet');
  },
  openSheet(sheet: Sheet) {
    const { firstDay } = this.data.face;
    const plan = firstDay ? { ...firstDay, bring: firstDay.bring.join('、') } : this.data.plan;
    this.setData({ sheet, problem: '', words: '', chosen: [], activityKey: '', plan });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  onPlanChange({ currentTarget, detail }: Change) {
    this.setData({ [`plan.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  onChosenChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ chosen: detail.chosen, problem: '' });
  },
  onActivityTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
    this.setData({ activityKey: currentTarget.dataset.key, problem: '' });
  },
  /** Words are wanted before anything is sent. */
  typedWords(): string | null {
    const words = this.data.words.trim();
    if (!words) this.setData({ problem: '先写一句话。' });
    return words || null;
  },
  async onGreetConfirm() {
    const { runId } = this.data;
    const words = this.typedWords();
    if (words) await this.send((requestId) => cloud.onboarding.greet({ runId, words, requestId }), '已送到');
  },
  async onReplyConfirm() {
    const { runId } = this.data;
    const words = this.typedWords();
    if (words) await this.send((requestId) => cloud.onboarding.replyCheck({ runId, words, requestId }), '已回复');
  },
  async onCancelConfirm() {
    const { runId } = this.data;
    const reason = this.typedWords();
    if (reason) await this.send((requestId) => cloud.onboarding.cancelRun({ runId, reason, requestId }), '已取消');
  },
  async onReapplyConfirm() {
    const { runId } = this.data;
    await this.send((requestId) => cloud.onboarding.reapplyTemplate({ runId, requestId }), '已补上');
  },
  async onReassignConfirm() {
    const { runId, chosen, activityKey: key } = this.data;
    const [colleague] = chosen;
    if (!key || !colleague) {
      this.setData({ problem: key ? '选一位同事来做。' : '先选要改派的那一项。' });
      return;
    }
    const { personId } = colleague;
    await this.send((requestId) => cloud.onboarding.reassignActivity({ runId, key, personId, requestId }), '已改派');
  },
  async onPlanConfirm() {
    const { runId, plan } = this.data;
    const firstDay = {
      ...{ place: plan.place.trim(), time: plan.time, askFor: plan.askFor.trim() },
      bring: plan.bring
        .split(/[、,，\n]/)
        .map((one) => one.trim())
        .filter(Boolean)
        .slice(0, 8),
    };
    if (!firstDay.place || !firstDay.askFor) {
      this.setData({ problem: '地点和找谁都要写上。' });
      return;
    }
    await this.send((requestId) => cloud.onboarding.planFirstDay({ runId, firstDay, requestId }), '已更新');
  },
  onPapersTap() {
    wx.navigateTo({ url: `/packages/onboarding/pages/papers/papers?id=${this.data.runId}` });
  },
});
