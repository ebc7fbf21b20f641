import type { Redemption } from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { newRequestId } from '../../../../cloud/intent';
import { refusalText } from '../../../../cloud/refusal-text';
import { momentInWords } from '../../../../wording/day';
import { progressOf, type RedemptionLine, redemptionLine } from '../../wording/redemption';

/** Where the phone remembers by which request it revealed a code. */
const revealKey = (redemptionId: string) => `reveal.${redemptionId}`;
const pages = '/packages/points/pages';

Page({
  data: {
    redemptionId: '',
    /** Arrived here right from redeeming. */
    fresh: false,
    frame: loading,
    redemption: {} as RedemptionLine,
    progress: {} as ReturnType<typeof progressOf>,
    /** 未看 → 已看: a code is shown once, and again only until it is noted down. */
    codeStands: '' as '' | 'waiting' | 'shown' | 'seen',
    codeSeen: '',
    code: '',
    asking: false,
    revealing: false,
    problem: '',
  },

  onLoad({ id = '', fresh }: { id?: string; fresh?: string }) {
    wx.hideShareMenu({});
    this.setData({ redemptionId: id, fresh: fresh === '1' });
    this.readRedemption();
  },
  async onPullDownRefresh() {
    this.setData({ fresh: false });
    await this.readRedemption();
    wx.stopPullDownRefresh();
  },

  async readRedemption() {
    const { redemptionId } = this.data;
    await fillFrame(this, {
      keepAs: `redemption.${redemptionId}`,
      ask: () => cloud.points.readMyRedemption({ redemptionId }),
      show: (redemption) => this.showRedemption(redemption),
    });
  },
  showRedemption(redemption: Redemption) {
    const now = new Date();
    this.setData({ redemption: redemptionLine(redemption, now), progress: progressOf(redemption, now) });
    if (redemption.handing !== 'code') return;
    const { codeSeenAt, state } = redemption;
    const codeSeen = codeSeenAt ? `${momentInWords(codeSeenAt, now)} 查看过` : '';
    const unseen = state === 'reserved' ? 'waiting' : '';
    if (this.data.codeStands !== 'shown') this.setData({ codeSeen, codeStands: codeSeenAt ? 'seen' : unseen });
  },

  onCodeTap() {
    this.setData({ asking: true, problem: '' });
  },
  onDismiss() {
    this.setData({ asking: false });
  },
  /** The request id outlives the page until the code is noted down: an answer that got lost can be asked for again. */
  async onRevealTap() {
    const { redemptionId } = this.data;
    const key = revealKey(redemptionId);
    const requestId = (wx.getStorageSync(key) as string) || newRequestId();
    wx.setStorageSync(key, requestId);
    this.setData({ revealing: true, problem: '' });
    const answer = await cloud.points.revealCode({ redemptionId, requestId });
    this.setData({ revealing: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ asking: false, code: answer.data.code, codeStands: 'shown', fresh: false });
    await this.readRedemption();
  },
  async onCopyTap() {
    await wx.setClipboardData({ data: this.data.code });
  },
  onNotedTap() {
    wx.removeStorageSync(revealKey(this.data.redemptionId));
    this.setData({ code: '', codeStands: 'seen' });
    this.readRedemption();
  },
  onRetryTap() {
    this.readRedemption();
  },
  onListTap() {
    wx.redirectTo({ url: `${pages}/my-redemptions/my-redemptions` });
  },
  onMallTap() {
    const previous = getCurrentPages().slice(-2)[0];
    if (previous?.route === 'packages/points/pages/mall/mall') wx.navigateBack();
    else wx.redirectTo({ url: `${pages}/mall/mall` });
  },
});
