import type { CareCard, Signature } from '../../../../../shared/recognition/care';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { currentMe } from '../../../../cloud/session';
import { dayInWords, todayOf } from '../../../../wording/day';
import { occasionInWords } from '../../wording/care';
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

Page({
  data: { careId: '', frame: loading, face: {} as CardFace, signatures: [] as Signature[] },

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
      show: (card) => this.setData({ face: faceOf(card), signatures: card.signatures }),
    });
  },

  onRetryTap() {
    this.readCard();
  },
  onThankTap() {
    wx.navigateTo({ url: '/packages/recognition/pages/send-thanks/send-thanks' });
  },
});
