import type { ReviewView, Verdict } from '../../../../../shared/community/review';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { type ReviewRow, reviewRow } from '../../wording/review';

type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;
const sides = [
  { isOpen: true, text: '待审核' },
  { isOpen: false, text: '已处理' },
];
const intents = perPage(() => ({ keep: new Intent(), takeDown: new Intent() }));

interface Queue extends Screen {
  showsOpen(): boolean;
}
const queue = perPage(
  (screen: Queue) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.community.listReviews({ isOpen: screen.showsOpen(), ...cursor }),
      rowOf: (review: ReviewView) => reviewRow(review, new Date()),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as ReviewRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    sides,
    isOpen: true,
    sheet: '' as '' | Verdict,
    review: {} as Partial<ReviewRow>,
    reason: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    queue(this).refresh();
  },
  async onPullDownRefresh() {
    await queue(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    queue(this).more();
  },

  showsOpen() {
    return this.data.isOpen;
  },
  onSideTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { isOpen: boolean }>) {
    this.setData({ isOpen: currentTarget.dataset.isOpen, frame: loading, rows: [] });
    queue(this).refresh();
  },
  onRetryTap() {
    queue(this).refresh();
  },
  onMoreTap() {
    queue(this).more();
  },
  onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number; url: string }>) {
    const { index, url } = currentTarget.dataset;
    wx.previewImage({ urls: this.data.rows[index]?.pictureUrls ?? [url], current: url });
  },

  openSheet(sheet: Verdict, index: number) {
    const review = this.data.rows[index];
    if (review) this.setData({ sheet, review, reason: '', problem: '' });
  },
  onKeepTap({ currentTarget }: IndexTap) {
    this.openSheet('keep', currentTarget.dataset.index);
  },
  onTakeDownTap({ currentTarget }: IndexTap) {
    this.openSheet('takeDown', currentTarget.dataset.index);
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  onKeepConfirm() {
    this.decide('keep', '');
  },
  onTakeDownConfirm() {
    const reason = this.data.reason.trim();
    if (!reason) this.setData({ problem: '请写一句原因，作者会看到。' });
    else this.decide('takeDown', reason);
  },
  /** Decided by somebody else meanwhile: the list says how. */
  async decide(verdict: Verdict, reason: string) {
    const reviewId = this.data.review._id ?? '';
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this)[verdict].send((requestId) =>
      cloud.community.decideReview({ reviewId, verdict, reason, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) {
      this.setData({ sheet: '' });
      wx.showToast({ title: verdict === 'keep' ? '已通过' : '已下架', icon: 'success', duration: 1500 });
    }
    if (answer.ok || answer.code === 'review_closed') await queue(this).refresh();
  },
});
