import type { FestivalQuiz } from '../../../../../shared/games/quiz';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { mostPoints, phaseInWords, timesInWords } from '../../wording/quiz';

function rowOf(quiz: FestivalQuiz) {
  const { _id, title, festival, phase, questionCount, rewards, mine, outcome } = quiz;
  const score = mine ? `你答对 ${mine.right} 题${mine.points > 0 ? `，得 ${mine.points} 积分` : ''}` : '';
  return {
    ...{ _id, title, festival, phase: phaseInWords[phase], isOpen: phase === 'open' && !mine, score },
    times: timesInWords(quiz, new Date()),
    what: `${questionCount} 题 · 最多 ${mostPoints(rewards)} 积分 · 每人一次`,
    people: outcome ? `${outcome.people} 位同事参加` : '',
  };
}

const quizzes = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: 'quizzes', read: (cursor) => cloud.games.listQuizzes(cursor), rowOf }),
);

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
    wx.navigateTo({ url: `/packages/games/pages/quiz/quiz?id=${currentTarget.dataset.id}` });
  },
});
