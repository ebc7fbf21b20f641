import type { Answer } from '../../../../../shared/kernel/contract';
import type { PaperKind } from '../../../../../shared/onboarding/template';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { uploadFile } from '../../../../cloud/upload';
import { paperInWords } from '../../wording/boarding';
import { type ChosenPaper, choosePdf, choosePhoto, paperProblem, pathOf } from './chosen-paper';
import { type MyRun, myRunFace, questions } from './my-run-view';

type Sheet = '' | 'paper' | 'takeBack' | 'check';
type KindTap = WechatMiniprogram.TouchEvent<never, never, { kind: PaperKind }>;

const intents = perPage(() => ({ takeBack: new Intent(), check: new Intent() }));
/** Another paper is another intent: what was begun for one file is never answered for another. */
const handings = perPage(() => new Map<string, Intent>());

Page({
  data: {
    frame: loading,
    face: null as ReturnType<typeof myRunFace>,
    questions,
    sheet: '' as Sheet,
    busy: false,
    problem: '',
    paper: { kind: 'idCard' as PaperKind, title: '' },
    typed: '',
    file: null as ChosenPaper | null,
    marks: [0, 0, 0],
    words: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    this.readMine();
  },
  async onPullDownRefresh() {
    await this.readMine();
    wx.stopPullDownRefresh();
  },
  async readMine() {
    await fillFrame<MyRun>(this, {
      keepAs: null,
      ask: () => cloud.onboarding.readMyRun({}),
      show: (answer) => this.setData({ face: myRunFace(answer) }),
    });
  },
  async confirm<Data>(ask: Promise<Answer<Data>>, said: string): Promise<void> {
    this.setData({ busy: true, problem: '' });
    const answer = await ask;
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ sheet: '' });
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    await this.readMine();
  },
  openPaper(kind: PaperKind) {
    this.setData({ sheet: 'paper', paper: { kind, title: paperInWords[kind] }, typed: '', file: null, problem: '' });
  },

  onRetryTap() {
    this.readMine();
  },
  onChanged() {
    this.readMine();
  },
  onPaper({ detail }: WechatMiniprogram.CustomEvent<{ kind: PaperKind }>) {
    this.openPaper(detail.kind);
  },
  onPaperTap({ currentTarget }: KindTap) {
    this.openPaper(currentTarget.dataset.kind);
  },
  onTakeBackTap({ currentTarget }: KindTap) {
    const { kind } = currentTarget.dataset;
    this.setData({ sheet: 'takeBack', paper: { kind, title: paperInWords[kind] }, problem: '' });
  },
  onTypedChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ typed: detail.value, problem: '' });
  },
  async onPhotoTap() {
    this.takeFile(await choosePhoto());
  },
  async onPdfTap() {
    this.takeFile(await choosePdf());
  },
  takeFile(file: ChosenPaper | null) {
    if (!file) return;
    const problem = paperProblem(file);
    this.setData(problem ? { problem } : { file, problem });
  },
  async onPaperConfirm() {
    const { paper, typed, file } = this.data;
    const { kind } = paper;
    const isTyped = kind === 'bankAccount';
    if (isTyped ? !/^[\d ]{12,24}$/.test(typed) : !file) {
      this.setData({ problem: isTyped ? '卡号是 12 到 19 位数字。' : '先选一张照片或一个 PDF。' });
      return;
    }
    const name = `${kind} ${file?.path ?? typed}`;
    const intent = handings(this).get(name) ?? new Intent();
    handings(this).set(name, intent);
    const sent = intent.send(async (requestId) => {
      if (file === null)
        return cloud.onboarding.handInPaper({ kind, fileId: null, typed: typed.replace(/ /g, ''), requestId });
      const uploaded = await uploadFile(pathOf(requestId, kind, file), file.path);
      if (!uploaded.ok) return { ok: false as const, code: 'unreachable' as const };
      return cloud.onboarding.handInPaper({ kind, fileId: uploaded.fileId, typed: null, requestId });
    });
    await this.confirm(sent, '已交');
  },
  async onTakeBackConfirm() {
    const { kind } = this.data.paper;
    const sent = intents(this).takeBack.send((requestId) => cloud.onboarding.takePaperBack({ kind, requestId }));
    await this.confirm(sent, '已收回');
  },
  onCheckTap() {
    this.setData({ sheet: 'check', marks: [0, 0, 0], problem: '' });
  },
  onMarkChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: number }, never, { index: number }>) {
    this.setData({ [`marks[${currentTarget.dataset.index}]`]: detail.value, problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value });
  },
  async onCheckConfirm() {
    const { marks, words } = this.data;
    if (marks.includes(0)) {
      this.setData({ problem: '三个问题都点几颗星，再提交。' });
      return;
    }
    const sent = intents(this).check.send((requestId) =>
      cloud.onboarding.answerCheck({ marks, words: words.trim(), requestId }),
    );
    await this.confirm(sent, '已提交');
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onDoorTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    const { url } = currentTarget.dataset;
    if (url) wx.navigateTo({ url });
  },
  onCardTap() {
    wx.navigateTo({ url: '/packages/onboarding/pages/my-card/my-card' });
  },
});
