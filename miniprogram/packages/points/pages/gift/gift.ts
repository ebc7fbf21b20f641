import { keepAnswer, keptAnswer } from '../../../../cloud/cache';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import {
  type DeliveryField,
  type DeliveryForm,
  deliveryFields,
  deliveryOf,
  deliveryProblems,
  emptyForm,
} from './delivery-form';
import { giftView } from './gift-view';

const redeem = perPage(() => new Intent());
const wish = perPage(() => new Intent());
/** The last address, so that it need not be typed again; on this phone only. */
const keptAddress = 'deliveryAddress';

Page({
  data: {
    giftId: '',
    frame: loading,
    gift: {} as ReturnType<typeof giftView>,
    confirming: false,
    redeeming: false,
    wishing: false,
    /** Who has left saves for nothing. */
    saves: true,
    problem: '',
    /** Whether it shall be sent: the gift decides, or the person. */
    sends: false,
    deliveryFields,
    delivery: emptyForm,
    deliveryProblems: {} as Partial<DeliveryForm>,
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({
      saves: !currentMe().roles.includes('alumnus'),
      giftId: id,
      delivery: keptAnswer<DeliveryForm>(keptAddress)?.data ?? emptyForm,
    });
    this.readGift();
  },

  async readGift() {
    const { giftId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.readGift({ giftId }),
      show: (answer) => {
        const gift = giftView(answer, new Date());
        this.setData({ gift, sends: gift.handing === 'delivery' || (gift.handing === 'either' && this.data.sends) });
      },
    });
  },

  onRetryTap() {
    this.readGift();
  },
  /** The heart turns at once, and back when the cloud says no. */
  async onWishTap() {
    const { giftId, gift, wishing } = this.data;
    if (wishing) return;
    const isWished = !gift.isWished;
    this.setData({ wishing: true, 'gift.isWished': isWished });
    const answer = await wish(this).send((requestId) =>
      isWished ? cloud.points.wishForGift({ giftId, requestId }) : cloud.points.dropWish({ giftId, requestId }),
    );
    this.setData({ wishing: false, 'gift.isWished': answer.ok ? isWished : !isWished });
    const said = isWished ? '已加入心愿单' : '已从心愿单移除';
    wx.showToast({ title: answer.ok ? said : refusalText(answer), icon: 'none' });
  },
  onRedeemTap() {
    this.setData({ confirming: true, problem: '', deliveryProblems: {} });
  },
  onDismiss() {
    this.setData({ confirming: false });
  },
  onHandingTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { sends: boolean }>) {
    this.setData({ sends: currentTarget.dataset.sends, problem: '' });
  },
  onDeliveryChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: DeliveryField }>) {
    const { name } = currentTarget.dataset;
    this.setData({ [`delivery.${name}`]: detail.value, [`deliveryProblems.${name}`]: '', problem: '' });
  },
  async onConfirmTap() {
    const { giftId, gift, sends } = this.data;
    const problems = sends ? deliveryProblems(this.data.delivery) : {};
    this.setData({
      deliveryProblems: problems,
      problem: Object.keys(problems).length > 0 ? '地址有几处需要改一下。' : '',
    });
    if (Object.keys(problems).length > 0) return;
    const delivery = sends ? deliveryOf(this.data.delivery) : null;
    if (delivery) keepAnswer(keptAddress, delivery);
    this.setData({ redeeming: true });
    const seenCostPoints = gift.costPoints;
    const answer = await redeem(this).send((requestId) =>
      cloud.points.redeemGift({ giftId, seenCostPoints, delivery, requestId }),
    );
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
