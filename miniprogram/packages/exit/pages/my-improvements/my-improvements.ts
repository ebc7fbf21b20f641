import type { Improvement } from '../../../../../shared/exit/analysis';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, momentInWords, todayOf } from '../../../../wording/day';

function improvementRow({ _id, title, aboutWords, dueOn, doneOn, result, reports }: Improvement) {
  const now = new Date();
  const today = todayOf(now);
  const isLate = doneOn === null && dueOn < today;
  return {
    ...{ _id, title, isLate, isDone: doneOn !== null, result: result ?? '' },
    state: doneOn === null ? (isLate ? '已过期' : '进行中') : `${dayInWords(doneOn, today)} 完成`,
    meta: `针对「${aboutWords}」，${dayInWords(dueOn, today)} 前完成`,
    reports: [...reports].reverse().map(({ at, words }) => ({ at, words, when: momentInWords(at, now) })),
  };
}

type Row = ReturnType<typeof improvementRow>;
const intents = perPage(() => ({ report: new Intent(), finish: new Intent() }));
const queue = perPage(
  (screen: Screen) =>
    new PagedList({
      ...{ screen, keepAs: 'exit-my-improvements', rowOf: improvementRow },
      read: (cursor) => cloud.exit.listMyImprovements(cursor),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    sheet: '' as '' | 'report' | 'finish',
    chosen: '',
    words: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    queue(this).revisit();
  },
  async onPullDownRefresh() {
    await queue(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    queue(this).more();
  },
  onRetryTap() {
    queue(this).refresh();
  },
  onMoreTap() {
    queue(this).more();
  },

  onSheetTap({
    currentTarget,
  }: WechatMiniprogram.TouchEvent<never, never, { id: string; sheet: 'report' | 'finish' }>) {
    const { id, sheet } = currentTarget.dataset;
    this.setData({ sheet, chosen: id, words: '', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  async onSheetConfirm() {
    const { sheet, chosen: improvementId } = this.data;
    const words = this.data.words.trim();
    if (!words) {
      this.setData({ problem: '写一句做到了哪里。' });
      return;
    }
    const { report, finish } = intents(this);
    this.setData({ busy: true, problem: '' });
    const answer =
      sheet === 'report'
        ? await report.send((requestId) => cloud.exit.reportImprovement({ improvementId, words, requestId }))
        : await finish.send((requestId) => cloud.exit.finishImprovement({ improvementId, result: words, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ sheet: '' });
    await queue(this).refresh();
  },
});
