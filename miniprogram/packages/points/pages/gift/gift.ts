import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { PointsContract } from '../../../../../shared/points/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { figure } from '../../../../wording/figure';
import { standingOf, stockInWords } from '../../wording/gift';

const redeem = perPage(() => new Intent());

function giftPage({ gift, balance, redeemedByMe }: OutputOf<PointsContract['readGift']>) {
  const { perPersonLimit } = gift;
  return {
    _id: gift._id,
    name: gift.name,
    description: gift.description,
    pictureUrl: gift.pictureUrl ?? '',
    cost: figure(gift.costPoints),
    stock: stockInWords(gift.stock),
    limit: perPersonLimit === null ? '' : ` · 每人限兑 ${perPersonLimit} 件，你已兑 ${redeemedByMe} 件`,
    limitReached: perPersonLimit !== null && redeemedByMe >= perPersonLimit,
    balance: figure(balance),
    left: figure(Math.max(0, balance - gift.costPoints)),
    ...standingOf(gift, balance),
  };
}

Page({
  data: {
    giftId: '',
    frame: loading,
    gift: {} as ReturnType<typeof giftPage>,
    confirming: false,
    redeeming: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ giftId: id });
    this.readGift();
  },

  async readGift() {
    const { giftId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.readGift({ giftId }),
      show: (answer) => this.setData({ gift: giftPage(answer) }),
    });
  },

  onRetryTap() {
    this.readGift();
  },
  onRedeemTap() {
    this.setData({ confirming: true, problem: '' });
  },
  onDismiss() {
    this.setData({ confirming: false });
  },
  async onConfirmTap() {
    this.setData({ redeeming: true, problem: '' });
    const { giftId } = this.data;
    const answer = await redeem(this).send((requestId) => cloud.points.redeemGift({ giftId, requestId }));
    this.setData({ redeeming: false });
    if (answer.ok) {
      wx.vibrateShort({ type: 'light' });
      wx.redirectTo({ url: `/packages/points/pages/redemption/redemption?id=${answer.data.redemption._id}&fresh=1` });
      return;
    }
    this.setData({ problem: refusalText(answer) });
    if (answer.code !== 'unreachable') await this.readGift();
  },
});
