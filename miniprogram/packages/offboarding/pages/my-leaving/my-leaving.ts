import type { Answer } from '../../../../../shared/kernel/contract';
import type { LeavingDetail } from '../../../../../shared/offboarding/leaving-detail';
import type { Colleague } from '../../../../../shared/people/colleagues';
import type { Me } from '../../../../../shared/people/model';
import { keepAnswer } from '../../../../cloud/cache';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { emptyHandover, handoverProblem } from '../../handover-draft';
import { type LeavingFace, leavingFace } from '../../wording/leaving';

type Sheet = '' | 'withdraw' | 'add' | 'reassign' | 'question';
const keepAs = 'leaving.mine';
const intents = perPage(() => ({ withdraw: new Intent(), handover: new Intent(), question: new Intent() }));
const noQuestion = { lineAt: null as number | null, about: '', words: '' };

Page({
  data: {
    frame: loading,
    face: null as LeavingFace | null,
    isAlumnus: false,
    sheet: '' as Sheet,
    item: emptyHandover,
    itemId: '',
    question: noQuestion,
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    this.showMe(currentMe());
    this.readMine();
  },
  showMe({ roles }: Me) {
    this.setData({ isAlumnus: roles.includes('alumnus') });
  },
  async onPullDownRefresh() {
    await this.readMine();
    wx.stopPullDownRefresh();
  },
  async readMine() {
    await fillFrame(this, {
      keepAs,
      ask: () => cloud.offboarding.readMyLeaving({}),
      show: ({ leaving }) => this.setData({ face: leaving && leavingFace(leaving, new Date()) }),
    });
  },
  onRetryTap() {
    this.readMine();
  },

  /** Shows the leaving as the cloud answered, or the refusal where it was asked for. */
  async take(asked: Promise<Answer<LeavingDetail>>): Promise<void> {
    const done = await carryOut(this, asked);
    if (!done) return;
    // What was taken back is gone from the phone as well.
    keepAnswer(keepAs, { leaving: done });
    this.setData({ face: leavingFace(done, new Date()) });
  },

  onPapersTap() {
    wx.navigateTo({ url: '/packages/exit/pages/papers/papers' });
  },
  onBylineTap() {
    wx.navigateTo({ url: '/packages/community/pages/byline/byline' });
  },
  onGuideTap() {
    wx.navigateTo({ url: '/packages/offboarding/pages/guide/guide' });
  },
  onWithdrawTap() {
    this.setData({ sheet: 'withdraw', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onWithdrawConfirm() {
    const separationId = this.data.face?._id ?? '';
    this.take(
      intents(this).withdraw.send((requestId) => cloud.offboarding.withdrawResignation({ separationId, requestId })),
    );
  },

  onAdd() {
    this.setData({ sheet: 'add', item: emptyHandover, problem: '' });
  },
  onItemChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
    this.setData({ [`item.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  onReceiverChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ 'item.chosen': detail.chosen, problem: '' });
  },
  onAddConfirm() {
    const { item, face } = this.data;
    const problem = handoverProblem(item);
    const receiverId = item.chosen[0]?.personId;
    if (problem || receiverId === undefined) {
      this.setData({ problem });
      return;
    }
    const added = { separationId: face?._id ?? '', what: item.what, where: item.where, receiverId };
    this.take(intents(this).handover.send((requestId) => cloud.offboarding.addHandoverItem({ ...added, requestId })));
  },
  onSign({ detail }: WechatMiniprogram.CustomEvent<{ itemId: string }>) {
    const on = { separationId: this.data.face?._id ?? '', itemId: detail.itemId };
    this.take(intents(this).handover.send((requestId) => cloud.offboarding.signHandoverItem({ ...on, requestId })));
  },
  onRemove({ detail }: WechatMiniprogram.CustomEvent<{ itemId: string }>) {
    const on = { separationId: this.data.face?._id ?? '', itemId: detail.itemId };
    this.take(intents(this).handover.send((requestId) => cloud.offboarding.removeHandoverItem({ ...on, requestId })));
  },

  onReassign({ detail: { itemId } }: WechatMiniprogram.CustomEvent<{ itemId: string }>) {
    const what = this.data.face?.handover?.find((one) => one.itemId === itemId)?.what ?? '';
    this.setData({ sheet: 'reassign', itemId, item: { ...emptyHandover, what }, problem: '' });
  },
  onReassignConfirm() {
    const { item, itemId } = this.data;
    const problem = handoverProblem(item);
    const receiverId = item.chosen[0]?.personId;
    if (problem || receiverId === undefined) {
      this.setData({ problem });
      return;
    }
    const on = { separationId: this.data.face?._id ?? '', itemId, receiverId };
    this.take(intents(this).handover.send((requestId) => cloud.offboarding.reassignHandoverItem({ ...on, requestId })));
  },

  onQuestion({ detail: { lineAt } }: WechatMiniprogram.CustomEvent<{ lineAt: number | null }>) {
    const line = lineAt === null ? undefined : this.data.face?.settlement?.lines[lineAt];
    const about = line ? `${line.title} ${line.amount} 元` : '整张结算';
    this.setData({ sheet: 'question', question: { lineAt, about, words: '' }, problem: '' });
  },
  onQuestionChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'question.words': detail.value, problem: '' });
  },
  onQuestionConfirm() {
    const { question, face } = this.data;
    const words = question.words.trim();
    if (words === '') return this.setData({ problem: '写一句哪里不对，答复的人才看得明白。' });
    const seenTotalFen = face?.settlement?.totalFen ?? 0;
    const asked = { separationId: face?._id ?? '', lineAt: question.lineAt, seenTotalFen, words };
    this.take(
      intents(this).question.send((requestId) => cloud.offboarding.questionSettlement({ ...asked, requestId })),
    );
  },
});
