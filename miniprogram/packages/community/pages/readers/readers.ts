import type { Reader } from '../../../../../shared/community/article';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { momentInWords } from '../../../../wording/day';

const rowOf = ({ personId, name, place, readAt }: Reader) => ({
  personId,
  name,
  place,
  at: momentInWords(readAt, new Date()),
});

interface Readers extends Screen {
  shownArticleId(): string;
}
const readers = perPage(
  (screen: Readers) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.community.listReaders({ articleId: screen.shownArticleId(), ...cursor }),
      rowOf,
    }),
);

Page({
  data: {
    articleId: '',
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    tail: 'end' as Tail,
    tailProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ articleId: id });
    readers(this).refresh();
  },
  async onPullDownRefresh() {
    await readers(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    readers(this).more();
  },
  shownArticleId() {
    return this.data.articleId;
  },
  onRetryTap() {
    readers(this).refresh();
  },
  onMoreTap() {
    readers(this).more();
  },
});
