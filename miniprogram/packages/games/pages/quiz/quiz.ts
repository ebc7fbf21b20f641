import type { OpenedQuiz } from '../../../../../shared/games/quiz';
import type { AskedQuestion } from '../../../../../shared/training/question';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { answeredRow, outcomeInWords, rewardsInWords, timesInWords } from '../../wording/quiz';

const handIn = perPage(() => new Intent());

/** Where answers wait on the phone until they are handed in. */
const draftKey = (quizId: string) => `draft.quiz.${quizId}`;
const nothing = -1;

function faceOf(quiz: OpenedQuiz) {
  const { title, festival, intro, phase, mine, rewards, questionCount, outcome } = quiz;
  return {
    ...{ title, intro, phase, isTaken: mine !== null, rewards: rewardsInWords(rewards) },
    meta: `${festival} · ${questionCount} 题`,
    times: timesInWords(quiz, new Date()),
    outcome: outcome && outcomeInWords(outcome),
    scoreHeading: mine ? `答对 ${mine.right} 题` : '',
    scoreFigure: mine && mine.points > 0 ? `+${mine.points}` : '',
    scoreSentence: mine && mine.points > 0 ? '积分很快到账，答案和解释在下面。' : '这次没有积分，答案和解释在下面。',
  };
}

Page({
  data: {
    quizId: '',
    frame: loading,
    face: {} as ReturnType<typeof faceOf>,
    asked: [] as AskedQuestion[],
    answered: [] as ReturnType<typeof answeredRow>[],
    /** The chosen place for each question; -1 where nothing was chosen yet. */
    picks: [] as number[],
    isAnswering: false,
    left: 0,
    sheet: '' as '' | 'handIn',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ quizId: id });
    this.readQuiz();
  },
  async onPullDownRefresh() {
    await this.readQuiz();
    wx.stopPullDownRefresh();
  },
  async readQuiz() {
    const { quizId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.games.readQuiz({ quizId }),
      show: (quiz) => this.show(quiz),
    });
  },
  show(quiz: OpenedQuiz) {
    const { asked, answered } = quiz;
    const kept = wx.getStorageSync(draftKey(quiz._id)) as number[] | '';
    const picks = asked.map((_, index) => (kept || this.data.picks)[index] ?? nothing);
    const isAnswering = asked.length > 0 && (this.data.isAnswering || picks.some((pick) => pick !== nothing));
    this.setData({ face: faceOf(quiz), asked, answered: answered.map(answeredRow), picks, isAnswering });
    this.setData({ left: picks.filter((pick) => pick === nothing).length });
    if (asked.length === 0) wx.removeStorageSync(draftKey(quiz._id));
  },
  onRetryTap() {
    this.readQuiz();
  },

  onStartTap() {
    this.setData({ isAnswering: true });
  },
  onOptionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number; place: number }>) {
    const { index, place } = currentTarget.dataset;
    const picks = this.data.picks.map((pick, at) => (at === index ? place : pick));
    this.setData({ picks, left: picks.filter((pick) => pick === nothing).length, pageProblem: '' });
    wx.setStorageSync(draftKey(this.data.quizId), picks);
  },
  onHandInTap() {
    const { left } = this.data;
    if (left > 0) this.setData({ pageProblem: `还有 ${left} 题没有选，选完再交卷。` });
    else this.setData({ sheet: 'handIn', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  async onHandInConfirm() {
    const { quizId, picks } = this.data;
    const quiz = await carryOut(
      this,
      handIn(this).send((requestId) => cloud.games.handInQuiz({ quizId, picks, requestId })),
    );
    if (!quiz) return;
    this.show(quiz);
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
});
