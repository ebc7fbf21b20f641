import type { Session } from '../../../../../shared/classroom/session';
import type { Answer } from '../../../../../shared/kernel/contract';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { currentMe } from '../../../../cloud/session';
import { codeIn } from '../../wording/session';
import { sessionFace } from './session-steps';

type Sheet = '' | 'join' | 'leave' | 'feedback';
type RateChange = WechatMiniprogram.CustomEvent<{ value: number }, object, { name: 'course' | 'trainer' }>;

const intents = perPage(() => ({
  join: new Intent(),
  leave: new Intent(),
  signIn: new Intent(),
  feedback: new Intent(),
}));

Page({
  data: {
    sessionId: '',
    frame: loading,
    face: {} as ReturnType<typeof sessionFace>,
    sheet: '' as Sheet,
    course: 0,
    trainer: 0,
    words: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ sessionId: id });
  },
  onShow() {
    this.readSession();
  },

  async readSession() {
    const { sessionId } = this.data;
    await fillFrame(this, {
      keepAs: `session.${sessionId}`,
      ask: () => cloud.classroom.readSession({ sessionId }),
      show: (session) => this.showSession(session),
    });
  },
  showSession(session: Session) {
    this.setData({ face: sessionFace(session, currentMe().person?.personId ?? '', new Date()) });
  },
  onRetryTap() {
    this.readSession();
  },
  onSheetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { sheet: Sheet }>) {
    this.setData({ sheet: currentTarget.dataset.sheet, problem: '', pageProblem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },

  /** Shows the session as the cloud answered, or the refusal where it was asked for. */
  async take(asked: Promise<Answer<Session>>, said: string): Promise<void> {
    const done = await carryOut(this, asked);
    if (!done) return;
    this.showSession(done);
    if (said) wx.showToast({ title: said, icon: 'success', duration: 1500 });
  },
  onJoinConfirm() {
    const { sessionId } = this.data;
    this.take(
      intents(this).join.send((requestId) => cloud.classroom.joinSession({ sessionId, requestId })),
      '',
    );
  },
  onLeaveConfirm() {
    const { sessionId } = this.data;
    this.take(
      intents(this).leave.send((requestId) => cloud.classroom.leaveSession({ sessionId, requestId })),
      '已取消报名',
    );
  },
  async onScanTap() {
    const { sessionId } = this.data;
    this.setData({ pageProblem: '' });
    const scanned = await wx.scanCode({ scanType: ['qrCode'] }).catch(() => null);
    if (!scanned) return;
    const code = codeIn(scanned.result, sessionId);
    if (code === null) {
      this.setData({ pageProblem: '这不是这堂课的签到码，请扫讲师屏幕上的那个。' });
      return;
    }
    await this.take(
      intents(this).signIn.send((requestId) => cloud.classroom.signInByCode({ sessionId, code, requestId })),
      '签到成功',
    );
  },
  onRatingChange({ currentTarget, detail }: RateChange) {
    this.setData({ [currentTarget.dataset.name]: detail.value, problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  onFeedbackConfirm() {
    const { sessionId, course, trainer, words } = this.data;
    if (course < 1 || trainer < 1) {
      this.setData({ problem: '课程和讲师都点几颗星，再提交。' });
      return;
    }
    const said = { sessionId, course, trainer, words };
    this.take(
      intents(this).feedback.send((requestId) => cloud.classroom.giveFeedback({ ...said, requestId })),
      '谢谢你的反馈',
    );
  },
  onCourseTap() {
    wx.navigateTo({ url: `/packages/training/pages/course/course?id=${this.data.face.courseId}` });
  },
  onCertificateTap() {
    wx.navigateTo({ url: '/packages/certificates/pages/my-certificates/my-certificates' });
  },
  onTeachTap() {
    wx.navigateTo({ url: `/packages/classroom/pages/class-list/class-list?id=${this.data.sessionId}` });
  },
});
