import type { Answer } from '../../../../../shared/kernel/contract';
import type { LeavingDetail } from '../../../../../shared/offboarding/leaving-detail';
import type { RowState } from '../../../../../shared/offboarding/separation';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { uploadFile } from '../../../../cloud/upload';
import { todayOf } from '../../../../wording/day';
import { fenOf } from '../../../../wording/money';
import { emptyHandover, handoverProblem } from '../../handover-draft';
import { type LeavingFace, leavingFace } from '../../wording/leaving';
import { type Outcome, outcomesOf, wantsWords } from './row-outcomes';

type Sheet = '' | 'lastDay' | 'talk' | 'withdrawal' | 'row' | 'add' | 'reassign' | 'confirm' | 'pay' | 'question';
type Typing = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>;
const intents = perPage(() => ({ step: new Intent(), row: new Intent(), handover: new Intent() }));
const noRow = { rowId: '', title: '', outcomes: [] as Outcome[], outcome: '', words: '', yuan: '', picture: '' };

Page({
  data: {
    separationId: '',
    frame: loading,
    face: {} as LeavingFace,
    reason: '',
    sheet: '' as Sheet,
    day: '',
    today: '',
    words: '',
    row: noRow,
    item: emptyHandover,
    itemId: '',
    questionId: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ separationId: id, today: todayOf(new Date()) });
  },
  onShow() {
    this.readLeaving();
  },
  async onPullDownRefresh() {
    await this.readLeaving();
    wx.stopPullDownRefresh();
  },
  async readLeaving() {
    const { separationId } = this.data;
    await fillFrame(this, {
      // Why somebody leaves does not stay on anybody's phone.
      keepAs: null,
      ask: () => cloud.offboarding.readLeaving({ separationId }),
      show: (leaving) => this.showLeaving(leaving),
    });
  },
  showLeaving(leaving: LeavingDetail) {
    const face = leavingFace(leaving, new Date());
    this.setData({ face });
    if (face.reasonId && !this.data.reason) this.readReason(face.reasonId);
  },
  async readReason(reasonId: string) {
    const answer = await cloud.exit.listExitReasons({});
    if (!answer.ok) return;
    for (const { words, reasons } of answer.data.groups) {
      const found = reasons.find(({ _id }) => _id === reasonId);
      if (found) this.setData({ reason: `${words} · ${found.words}` });
    }
  },
  onRetryTap() {
    this.readLeaving();
  },

  async take(asked: Promise<Answer<LeavingDetail>>): Promise<void> {
    const done = await carryOut(this, asked);
    if (done) this.showLeaving(done);
  },
  onSheetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { sheet: Sheet }>) {
    const { suggestedLastDay, lastDayFrom, lastDayUntil } = this.data.face;
    const { sheet } = currentTarget.dataset;
    const isInRange = suggestedLastDay >= lastDayFrom && suggestedLastDay <= lastDayUntil;
    const day = sheet === 'pay' ? this.data.today : isInRange ? suggestedLastDay : lastDayUntil;
    this.setData({ sheet, day, words: '', problem: '', pageProblem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ day: detail.value, problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },

  onLastDayConfirm() {
    const { separationId, day: lastDay, face } = this.data;
    this.take(
      intents(this).step.send((requestId) =>
        face.may.acknowledge
          ? cloud.offboarding.acknowledgeResignation({ separationId, lastDay, requestId })
          : cloud.offboarding.changeLastDay({ separationId, lastDay, requestId }),
      ),
    );
  },
  onTalkTap() {
    const { separationId } = this.data;
    this.take(intents(this).step.send((requestId) => cloud.offboarding.openTalk({ separationId, requestId })));
  },
  onOutcomeTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { outcome: 'retained' | 'confirmed' }>) {
    const said = { separationId: this.data.separationId, outcome: currentTarget.dataset.outcome };
    this.take(intents(this).step.send((requestId) => cloud.offboarding.settleTalk({ ...said, requestId })));
  },
  onAnswerTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { answer: 'agreed' | 'declined' }>) {
    const { separationId, words } = this.data;
    const said = { separationId, words, answer: currentTarget.dataset.answer };
    this.take(intents(this).step.send((requestId) => cloud.offboarding.answerWithdrawal({ ...said, requestId })));
  },

  onRow({ detail }: WechatMiniprogram.CustomEvent<{ rowId: string }>) {
    const row = this.data.face.rows.find(({ rowId }) => rowId === detail.rowId);
    if (!row) return;
    const outcomes = outcomesOf(row.kind, row.isOpen);
    const { rowId, title } = row;
    this.setData({
      sheet: 'row',
      row: { ...noRow, rowId, title, outcomes, outcome: outcomes[0]?.outcome ?? '' },
      problem: '',
    });
  },
  onRowOutcomeTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { outcome: RowState }>) {
    this.setData({ 'row.outcome': currentTarget.dataset.outcome, problem: '' });
  },
  onRowChange({ currentTarget, detail }: Typing) {
    this.setData({ [`row.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  async onPictureTap() {
    const chosen = await wx.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }).catch(() => null);
    const [file] = chosen?.tempFiles ?? [];
    if (file) this.setData({ 'row.picture': file.tempFilePath });
  },
  async onRowConfirm() {
    const { row, separationId } = this.data;
    const { rowId, words, yuan, picture } = row;
    const outcome = row.outcome as RowState;
    const costFen = outcome === 'costAgreed' ? fenOf(yuan) : null;
    if (wantsWords(outcome) && words.trim() === '') return this.setData({ problem: '写一句原因，大家看得明白。' });
    if (outcome === 'costAgreed' && !costFen) return this.setData({ problem: '填双方确认的金额，例如 1200.50。' });
    const { row: intent } = intents(this);
    const evidenceFileId = picture === '' ? null : await this.uploadEvidence(picture, intent.requestId);
    if (picture !== '' && evidenceFileId === null) return this.setData({ problem: '照片没有传上去，请再试一次。' });
    const said = { separationId, rowId, outcome, words, costFen, evidenceFileId };
    await this.take(intent.send((requestId) => cloud.offboarding.settleRow({ ...said, requestId })));
  },
  async uploadEvidence(path: string, requestId: string): Promise<string | null> {
    this.setData({ busy: true });
    const ending = path.toLowerCase().endsWith('.png') ? 'png' : 'jpg';
    const uploaded = await uploadFile(`offboarding/${requestId}.${ending}`, path);
    this.setData({ busy: false });
    return uploaded.ok ? uploaded.fileId : null;
  },

  onAdd() {
    this.setData({ sheet: 'add', item: emptyHandover, problem: '' });
  },
  onItemChange({ currentTarget, detail }: Typing) {
    this.setData({ [`item.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  onReceiverChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ 'item.chosen': detail.chosen, problem: '' });
  },
  onAddConfirm() {
    const { item, separationId } = this.data;
    const problem = handoverProblem(item);
    const receiverId = item.chosen[0]?.personId;
    if (problem || receiverId === undefined) return this.setData({ problem });
    const added = { separationId, what: item.what, where: item.where, receiverId };
    this.take(intents(this).handover.send((requestId) => cloud.offboarding.addHandoverItem({ ...added, requestId })));
  },
  onSign({ detail: { itemId } }: WechatMiniprogram.CustomEvent<{ itemId: string }>) {
    const on = { separationId: this.data.separationId, itemId };
    this.take(intents(this).handover.send((requestId) => cloud.offboarding.signHandoverItem({ ...on, requestId })));
  },
  onRemove({ detail: { itemId } }: WechatMiniprogram.CustomEvent<{ itemId: string }>) {
    const on = { separationId: this.data.separationId, itemId };
    this.take(intents(this).handover.send((requestId) => cloud.offboarding.removeHandoverItem({ ...on, requestId })));
  },

  onReassign({ detail: { itemId } }: WechatMiniprogram.CustomEvent<{ itemId: string }>) {
    const what = this.data.face.handover.find((one) => one.itemId === itemId)?.what ?? '';
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
    const on = { separationId: this.data.separationId, itemId, receiverId };
    this.take(intents(this).handover.send((requestId) => cloud.offboarding.reassignHandoverItem({ ...on, requestId })));
  },

  onFiguresTap() {
    wx.navigateTo({ url: `/packages/offboarding/pages/settlement/settlement?id=${this.data.separationId}` });
  },
  onConfirmFigures() {
    const { separationId, face } = this.data;
    const seenTotalFen = face.settlement?.totalFen ?? 0;
    this.take(
      intents(this).step.send((requestId) =>
        cloud.offboarding.confirmSettlement({ separationId, seenTotalFen, requestId }),
      ),
    );
  },
  onAnswer({ detail: { questionId } }: WechatMiniprogram.CustomEvent<{ questionId: string }>) {
    this.setData({ sheet: 'question', questionId, words: '', problem: '' });
  },
  onQuestionAnswerTap({
    currentTarget,
  }: WechatMiniprogram.TouchEvent<never, never, { outcome: 'explained' | 'mended' }>) {
    const { separationId, questionId, words } = this.data;
    if (words.trim() === '') return this.setData({ problem: '写一句答复，本人看得到。' });
    const said = { separationId, questionId, words, outcome: currentTarget.dataset.outcome };
    this.take(intents(this).step.send((requestId) => cloud.offboarding.answerQuestion({ ...said, requestId })));
  },
  onPayConfirm() {
    const { separationId, day: paidOn } = this.data;
    this.take(
      intents(this).step.send((requestId) => cloud.offboarding.recordPayment({ separationId, paidOn, requestId })),
    );
  },
});
