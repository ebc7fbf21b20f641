import type { Activity } from '../../../../../shared/activities/activity';
import type { Answer } from '../../../../../shared/kernel/contract';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { codeIn, measuredFix, noFixText } from '../../wording/activity';
import { activityFace } from './activity-steps';

type Sheet = '' | 'signUp' | 'leave' | 'place' | 'feedback';

const intents = perPage(() => ({
  signUp: new Intent(),
  leave: new Intent(),
  checkIn: new Intent(),
  feedback: new Intent(),
}));

Page({
  data: {
    activityId: '',
    frame: loading,
    face: {} as ReturnType<typeof activityFace>,
    sheet: '' as Sheet,
    rating: 0,
    words: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ activityId: id });
  },
  onShow() {
    this.readActivity();
  },

  async readActivity() {
    const { activityId } = this.data;
    await fillFrame(this, {
      keepAs: `activity.${activityId}`,
      ask: () => cloud.activities.readActivity({ activityId }),
      show: (activity) => this.showActivity(activity),
    });
  },
  showActivity(activity: Activity) {
    this.setData({ face: activityFace(activity, new Date()) });
  },
  onRetryTap() {
    this.readActivity();
  },

  onSheetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { sheet: Sheet }>) {
    const { rating, words } = this.data.face;
    this.setData({ sheet: currentTarget.dataset.sheet, problem: '', pageProblem: '', rating, words });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },

  /** Shows the activity as the cloud answered, or the refusal where it was asked for. */
  async take(asked: Promise<Answer<Activity>>, said: string): Promise<boolean> {
    const done = await carryOut(this, asked);
    if (!done) return false;
    this.showActivity(done);
    if (said) wx.showToast({ title: said, icon: 'success', duration: 1500 });
    return true;
  },
  async onSignUpConfirm() {
    const { activityId, face } = this.data;
    const { feePoints } = face;
    const signingUp = intents(this).signUp.send((requestId) =>
      cloud.activities.signUp({ activityId, feePoints, requestId }),
    );
    // Refused, the page may be older than the activity: another fee, or nothing left.
    if (!(await this.take(signingUp, ''))) await this.readActivity();
  },
  onLeaveConfirm() {
    const { activityId } = this.data;
    this.take(
      intents(this).leave.send((requestId) => cloud.activities.cancelSignUp({ activityId, requestId })),
      '已取消报名',
    );
  },
  async onScanTap() {
    const { activityId } = this.data;
    this.setData({ pageProblem: '' });
    const scanned = await wx.scanCode({ scanType: ['qrCode'] }).catch(() => null);
    if (!scanned) return;
    const read = codeIn(scanned.result, activityId);
    if (read === null || read.pointId) {
      this.setData({ pageProblem: '这不是这次活动的签到码，请扫组织者屏幕上的那个。' });
      return;
    }
    await this.take(
      intents(this).checkIn.send((requestId) =>
        cloud.activities.checkInByCode({ activityId, code: read.code, requestId }),
      ),
      '签到成功',
    );
  },
  /** The position is read at this tap only, after the sheet said what for. */
  async onPlaceConfirm() {
    const { activityId } = this.data;
    this.setData({ busy: true, problem: '' });
    const fix = await measuredFix();
    this.setData({ busy: false });
    if (!fix) {
      this.setData({ problem: noFixText });
      return;
    }
    await this.take(
      intents(this).checkIn.send((requestId) => cloud.activities.checkInByPlace({ activityId, ...fix, requestId })),
      '签到成功',
    );
  },
  onRatingChange({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.setData({ rating: detail.value, problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  onFeedbackConfirm() {
    const { activityId, rating, words } = this.data;
    if (rating < 1) {
      this.setData({ problem: '先点几颗星，再提交。' });
      return;
    }
    const said = { activityId, rating, words };
    this.take(
      intents(this).feedback.send((requestId) => cloud.activities.giveFeedback({ ...said, requestId })),
      '谢谢你的反馈',
    );
  },
  onPhotosTap() {
    wx.navigateTo({ url: `/packages/activities/pages/photos/photos?id=${this.data.activityId}` });
  },
  onRouteTap() {
    wx.navigateTo({ url: `/packages/activities/pages/route/route?id=${this.data.activityId}` });
  },
  onOrganiseTap() {
    wx.navigateTo({ url: `/packages/activities/pages/attendance/attendance?id=${this.data.activityId}` });
  },
});
