import type { GamesContract } from '../../../../../shared/games/contract';
import type { OutputOf } from '../../../../../shared/kernel/contract';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { phaseInWords, timesInWords } from '../../wording/quiz';

type Line = OutputOf<GamesContract['listWrittenQuizzes']>['items'][number];

const rowOf = (quiz: Line) => ({
  ...{ _id: quiz._id, title: quiz.title, phase: phaseInWords[quiz.phase] },
  meta: `${quiz.festival} · ${timesInWords(quiz, new Date())}${quiz.outcome ? ` · ${quiz.outcome.people} 人参加` : ''}`,
});

const quizzes = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: null, read: (cursor) => cloud.games.listWrittenQuizzes(cursor), rowOf }),
);
const edit = '/packages/games/pages/edit-quiz/edit-quiz';

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    tail: 'end' as Tail,
    tailProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    quizzes(this).revisit();
  },
  async onPullDownRefresh() {
    await quizzes(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    quizzes(this).more();
  },
  onRetryTap() {
    quizzes(this).refresh();
  },
  onMoreTap() {
    quizzes(this).more();
  },
  onQuizTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `${edit}?id=${currentTarget.dataset.id}` });
  },
  onNewTap() {
    wx.navigateTo({ url: edit });
  },
});
