import type { NotRead, Reader } from '../../../../../shared/community/article';
import type { Answer } from '../../../../../shared/kernel/contract';
import type { Page as ListPage } from '../../../../../shared/kernel/page';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { momentInWords } from '../../../../wording/day';

type Side = 'read' | 'notRead';

function rowOf(one: Reader | NotRead) {
  const { personId, name, place } = one;
  const joined = 'hasJoined' in one && !one.hasJoined ? '还没加入' : '';
  return { personId, name, place, at: 'readAt' in one ? momentInWords(one.readAt, new Date()) : joined };
}

interface Readers extends Screen {
  data: { articleId: string; side: Side };
}
const readers = perPage(
  (screen: Readers) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor): Promise<Answer<ListPage<Reader | NotRead>>> => {
        const { articleId, side } = screen.data;
        const asked = { articleId, ...cursor };
        return side === 'read' ? cloud.community.listReaders(asked) : cloud.community.listNotRead(asked);
      },
      rowOf,
    }),
);

Page({
  data: {
    articleId: '',
    side: 'read' as Side,
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
  onSideTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { side: Side }>) {
    this.setData({ side: currentTarget.dataset.side, rows: [], frame: loading });
    readers(this).refresh();
  },
  onRetryTap() {
    readers(this).refresh();
  },
  onMoreTap() {
    readers(this).more();
  },
});
