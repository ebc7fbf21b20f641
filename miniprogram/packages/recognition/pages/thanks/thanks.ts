import type { ThankYouCard } from '../../../../../shared/recognition/thanks';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { type CardFace, cardFace } from '../../wording/thanks';

const boost = perPage(() => new Intent());
const steps = [1, 2, 5];

/** Whoever neither sent nor received the card may add to it, once. */
const mayBoost = (card: ThankYouCard, me: string | undefined) =>
  card.state === 'shown' &&
  !card.boostedByMe &&
  currentMe().roles.includes('employee') &&
  card.from.personId !== me &&
  card.to.every(({ personId }) => personId !== me);

Page({
  data: {
    cardId: '',
    frame: loading,
    face: {} as CardFace,
    names: '',
    mayBoost: false,
    boosted: false,
    fresh: false,
    steps,
    boosting: false,
    pointsEach: 2,
    busy: false,
    problem: '',
  },

  onLoad({ id = '', fresh = '' }: { id?: string; fresh?: string }) {
    wx.hideShareMenu({});
    this.setData({ cardId: id, fresh: fresh === '1' });
    onMeChange(this, () => this.readCard());
    this.readCard();
  },
  onUnload() {
    offMeChange(this);
  },

  async readCard() {
    const { cardId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.recognition.readThanks({ cardId }),
      show: (card) => this.showCard(card),
    });
  },
  showCard(card: ThankYouCard) {
    this.setData({
      face: cardFace(card, new Date()),
      names: card.to.map(({ name }) => name).join('、'),
      mayBoost: mayBoost(card, currentMe().person?.personId),
      boosted: card.boostedByMe,
    });
  },

  onRetryTap() {
    this.readCard();
  },
  onWallTap() {
    wx.redirectTo({ url: '/packages/recognition/pages/thanks-wall/thanks-wall' });
  },
  onBoostTap() {
    this.setData({ boosting: true, problem: '' });
  },
  onDismiss() {
    this.setData({ boosting: false });
  },
  onStepTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { points: number }>) {
    this.setData({ pointsEach: currentTarget.dataset.points, problem: '' });
  },
  async onConfirmTap() {
    const { cardId, pointsEach } = this.data;
    this.setData({ busy: true, problem: '' });
    const answer = await boost(this).send((requestId) =>
      cloud.recognition.boostThanks({ cardId, pointsEach, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    wx.vibrateShort({ type: 'light' });
    this.setData({ boosting: false });
    this.showCard(answer.data);
  },
});
