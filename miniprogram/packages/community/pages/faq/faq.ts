import type { FaqEntry } from '../../../../../shared/community/faq-calls';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { dayInWords, todayOf } from '../../../../wording/day';

type Which = 'published' | 'toReview';

const dayMillis = 86_400_000;
/** After how many days an entry is usually looked at again. */
const usualDays = 180;

function rowOf(entry: FaqEntry) {
  const { state, reviewOn, isDue } = entry;
  const today = todayOf(new Date());
  const review = reviewOn === null ? '' : isDue ? '该复核了' : `${dayInWords(reviewOn, today)}复核`;
  return { ...entry, review: state === 'proposed' ? '等你看' : review };
}
type Row = ReturnType<typeof rowOf>;

interface ListScreen extends Screen {
  data: { which: Which };
}
const entries = perPage(
  (screen: ListScreen) =>
    new PagedList({
      screen,
      get keepAs() {
        return screen.data.which === 'published' ? 'faq' : null;
      },
      read: (cursor) =>
        screen.data.which === 'published'
          ? cloud.community.listFaqEntries(cursor)
          : cloud.community.listFaqToReview(cursor),
      rowOf,
    }),
);
const decide = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    which: 'published' as Which,
    isHr: false,
    sheet: '' as '' | 'decide',
    chosen: {} as Partial<Row>,
    question: '',
    answer: '',
    day: '',
    firstDay: '',
    busy: false,
    problem: '',
  },

  onLoad({ which = 'published' }: { which?: Which }) {
    wx.hideShareMenu({});
    this.setData({ which });
    onMeChange(this, ({ roles }) => this.setData({ isHr: roles.includes('hr') }));
    this.setData({ isHr: currentMe().roles.includes('hr') });
    entries(this).refresh();
  },
  onUnload() {
    offMeChange(this);
  },
  async onPullDownRefresh() {
    await entries(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    entries(this).more();
  },
  onRetryTap() {
    entries(this).refresh();
  },
  onMoreTap() {
    entries(this).more();
  },
  onWhichTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { which: Which }>) {
    this.setData({ which: currentTarget.dataset.which, rows: [], frame: loading });
    entries(this).refresh();
  },
  onSourceTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { post: string }>) {
    wx.navigateTo({ url: `/packages/community/pages/post/post?id=${currentTarget.dataset.post}` });
  },
  onLeadersTap() {
    wx.navigateTo({ url: '/packages/community/pages/opinion-leaders/opinion-leaders' });
  },

  onReviewTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const chosen = this.data.rows.find(({ _id }) => _id === currentTarget.dataset.id);
    if (!chosen) return;
    const now = Date.now();
    this.setData({
      ...{ sheet: 'decide', chosen, question: chosen.question, answer: chosen.answer, problem: '' },
      ...{ day: todayOf(new Date(now + usualDays * dayMillis)), firstDay: todayOf(new Date(now + dayMillis)) },
    });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onQuestionChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ question: detail.value, problem: '' });
  },
  onAnswerChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ answer: detail.value, problem: '' });
  },
  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ day: detail.value, problem: '' });
  },
  onPublishConfirm() {
    if (this.data.question.trim() && this.data.answer.trim()) this.decide('publish');
    else this.setData({ problem: '问题和回答都要有。' });
  },
  onDeclineTap() {
    this.decide('decline');
  },
  async decide(verdict: 'publish' | 'decline') {
    const { chosen, day: reviewOn } = this.data;
    const faqId = chosen._id ?? '';
    const question = this.data.question.trim() || (chosen.question ?? '');
    const answer = this.data.answer.trim() || (chosen.answer ?? '');
    const deciding = decide(this).send((requestId) =>
      cloud.community.decideFaq({ faqId, verdict, question, answer, reviewOn, requestId }),
    );
    if (!(await carryOut(this, deciding))) return;
    wx.showToast({ title: verdict === 'publish' ? '已发布' : '已移出', icon: 'success', duration: 1500 });
    await entries(this).refresh();
  },
});
