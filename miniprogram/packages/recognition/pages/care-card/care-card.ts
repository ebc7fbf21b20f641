import type { CareCard, OpenedCareCard, Signature } from '../../../../../shared/recognition/care';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { newRequestId } from '../../../../cloud/intent';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { dayInWords, todayOf } from '../../../../wording/day';
import { occasionInWords } from '../../wording/care';
import { heldInWords, valueInWords } from '../../wording/gift-card';
import type { CardFace } from '../../wording/thanks';

/** The day's card in the same frame as a thank-you, from everybody. */
function faceOf({ _id, occasion, years, design, words, on }: CareCard): CardFace {
  const value = occasion === 'anniversary' ? `入职 ${years ?? 0} 周年` : occasionInWords[occasion];
  return {
    ...{ _id, design, value, words, points: '', boosts: '', state: '', from: '同路' },
    to: currentMe().person?.name ?? '你',
    at: dayInWords(on, todayOf(new Date())),
  };
}

/** Where the phone remembers by which request it looked at a number. */
const revealKey = (careId: string) => `giftCard.${careId}`;

function giftOf({ giftCard, giftCardTerms }: OpenedCareCard) {
  if (!giftCard || !giftCardTerms) return null;
  const { name, howTo } = giftCardTerms;
  return {
    state: giftCard.state,
    stands: heldInWords(giftCard, new Date()),
    name,
    howTo,
    value: valueInWords(giftCardTerms),
  };
}

Page({
  data: {
    careId: '',
    frame: loading,
    face: {} as CardFace,
    signatures: [] as Signature[],
    gift: null as ReturnType<typeof giftOf>,
    /** Whether this phone looked at it and has not said yet that it was noted down. */
    mayLookAgain: false,
    number: '',
    asking: false,
    revealing: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ careId: id });
    this.readCard();
  },

  async readCard() {
    const { careId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.recognition.readCareCard({ careId }),
      show: (card) => {
        const mayLookAgain = card.giftCard?.state === 'seen' && Boolean(wx.getStorageSync(revealKey(careId)));
        this.setData({ face: faceOf(card), signatures: card.signatures, gift: giftOf(card), mayLookAgain });
      },
    });
  },

  onRetryTap() {
    this.readCard();
  },
  onLookTap() {
    this.setData({ asking: true, problem: '' });
  },
  onDismiss() {
    this.setData({ asking: false });
  },
  /** The request id outlives the page until the number is noted down: a lost answer can be asked for again. */
  async onRevealTap() {
    const { careId } = this.data;
    const requestId = (wx.getStorageSync(revealKey(careId)) as string) || newRequestId();
    wx.setStorageSync(revealKey(careId), requestId);
    this.setData({ revealing: true, problem: '' });
    const answer = await cloud.recognition.revealGiftCard({ careId, requestId });
    this.setData({ revealing: false });
    if (answer.ok) {
      this.setData({ asking: false, number: answer.data.number });
      return;
    }
    this.setData({ problem: refusalText(answer) });
    if (answer.code === 'gift_card_seen_already') wx.removeStorageSync(revealKey(careId));
  },
  async onCopyTap() {
    await wx.setClipboardData({ data: this.data.number });
  },
  onNotedTap() {
    wx.removeStorageSync(revealKey(this.data.careId));
    this.setData({ number: '' });
    this.readCard();
  },
  onThankTap() {
    wx.navigateTo({ url: '/packages/recognition/pages/send-thanks/send-thanks' });
  },
});
