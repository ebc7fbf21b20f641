import type { GiftCardDraw } from '../../../../../shared/recognition/gift-card-calls';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { momentInWords } from '../../../../wording/day';
import { occasionInWords } from '../../wording/care';

const rowOf = ({ _id, name, occasion, drawnAt, seenAt }: GiftCardDraw) => {
  const now = new Date();
  return {
    ...{ _id, name, meta: `${occasionInWords[occasion]} · ${momentInWords(drawnAt, now)} 发出` },
    seen: seenAt ? `${momentInWords(seenAt, now)} 看过` : '还没看',
  };
};

interface Draws extends Screen {
  giftCardId(): string;
}
const draws = perPage(
  (screen: Draws) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.recognition.listGiftCardDraws({ giftCardId: screen.giftCardId(), ...cursor }),
      rowOf,
    }),
);

Page({
  data: {
    id: '',
    name: '',
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    tail: 'end' as Tail,
    tailProblem: '',
  },

  onLoad({ id = '', name = '' }: { id?: string; name?: string }) {
    wx.hideShareMenu({});
    this.setData({ id, name: decodeURIComponent(name) });
    draws(this).refresh();
  },
  async onPullDownRefresh() {
    await draws(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    draws(this).more();
  },
  giftCardId() {
    return this.data.id;
  },
  onRetryTap() {
    draws(this).refresh();
  },
  onMoreTap() {
    draws(this).more();
  },
});
