import type { AttemptView } from '../../../../../shared/training/learning';
import type { AskedQuestion, QuizAnswer } from '../../../../../shared/training/question';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { isAnswered, noAnswer, pictureUrlOf, type ReviewFace, reviewFace } from '../../wording/question';
import { AnswerKeeper } from './answer-keeper';
import { clockFace } from './clock-face';

const parts = perPage(() => ({ start: new Intent(), submit: new Intent(), timer: 0 }));
const keeper = perPage(
  () =>
    new AnswerKeeper((attemptId, place, answer, turn) =>
      cloud.training.saveAnswer({ attemptId, place, answer, turn, requestId: newRequestId() }),
    ),
);

Page({
  data: {
    courseId: '',
    /** A draft's exam as HR looks at it: nothing is kept, nothing counts. */
    isPreview: false,
    seed: 0,
    attemptId: '',
    frame: loading,
    title: '',
    isOpen: false,
    questions: [] as AskedQuestion[],
    pictures: [] as string[],
    answers: [] as QuizAnswer[],
    place: 0,
    done: [] as boolean[],
    doneCount: 0,
    clock: '',
    isHurried: false,
    percent: 0,
    isPassed: false,
    passPercent: 0,
    reviews: [] as ReviewFace[],
    hasKeys: false,
    asking: false,
    busy: false,
    problem: '',
  },

  onLoad({ course = '', id = '', preview = '' }: Partial<Record<'course' | 'id' | 'preview', string>>) {
    wx.hideShareMenu({});
    const seed = Math.floor(Math.random() * 1_000_000);
    this.setData({ courseId: course, attemptId: id, isPreview: preview === '1', seed });
    this.readAttempt();
  },
  /** Whoever comes back sees what the cloud has and how much time is left by its clock. */
  onShow() {
    if (this.data.isOpen && !this.data.isPreview) this.readAttempt();
  },
  onUnload() {
    clearInterval(parts(this).timer);
  },

  async readAttempt() {
    const { courseId, attemptId, isPreview, seed } = this.data;
    await keeper(this).settled();
    await fillFrame(this, {
      keepAs: null,
      ask: () =>
        isPreview
          ? cloud.training.previewExam({ courseId, seed, answers: null })
          : attemptId
            ? cloud.training.readAttempt({ attemptId })
            : parts(this).start.send((requestId) => cloud.training.startExam({ courseId, requestId })),
      show: (attempt) => this.showAttempt(attempt),
    });
  },
  showAttempt(attempt: AttemptView) {
    const { attemptId, title, state, questions, answers, percent, isPassed, passPercent, review, millisLeft } = attempt;
    const { pictureUrls } = attempt;
    const isOpen = state === 'open';
    this.setData({
      ...{ attemptId, title, isOpen, questions, passPercent, percent: percent ?? 0, isPassed: isPassed === true },
      ...{
        answers: answers.map((one) => one ?? noAnswer),
        reviews: review.map((one, index) => reviewFace(one, index, pictureUrls)),
      },
      pictures: questions.map((question) => pictureUrlOf(question, pictureUrls)),
      hasKeys: review.some(({ right }) => right !== null),
    });
    this.countDone();
    if (isOpen) this.countDown(millisLeft);
    else clearInterval(parts(this).timer);
    if (state === 'closed') this.submit();
  },
  countDone() {
    const { questions, answers } = this.data;
    const done = questions.map((question, place) => isAnswered(question, answers[place] ?? null));
    this.setData({ done, doneCount: done.filter(Boolean).length });
  },
  /** Counts by how long the phone waited since the cloud's word, never by the phone's clock face. */
  countDown(millisLeft: number) {
    const page = parts(this);
    clearInterval(page.timer);
    let left = Math.ceil(millisLeft / 1000);
    this.setData(clockFace(left));
    page.timer = setInterval(() => {
      left -= 1;
      this.setData(clockFace(left));
      if (left <= 0) {
        clearInterval(page.timer);
        this.submit();
      }
    }, 1000);
  },
  onRetryTap() {
    this.readAttempt();
  },

  async onAnswer({ detail }: WechatMiniprogram.CustomEvent<QuizAnswer>) {
    const { attemptId, place, isPreview } = this.data;
    this.setData({ [`answers[${place}]`]: detail, problem: '' });
    this.countDone();
    if (isPreview) return;
    const answer = await keeper(this).keep(attemptId, place, detail);
    if (answer && !answer.ok) {
      if (answer.code === 'attempt_over') this.submit();
      else this.setData({ problem: '这题还没有存上，联网后会自动再存。' });
    }
  },
  onPlaceTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { place: number }>) {
    this.setData({ place: currentTarget.dataset.place });
  },
  onBackTap() {
    this.setData({ place: Math.max(0, this.data.place - 1) });
  },
  onForthTap() {
    const { place, questions } = this.data;
    if (place < questions.length - 1) this.setData({ place: place + 1 });
    else this.setData({ asking: true, problem: '' });
  },
  onDismiss() {
    this.setData({ asking: false });
  },
  onSubmitConfirm() {
    this.submit();
  },
  async submit() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    await keeper(this).settled();
    const answer = await this.handIn();
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ asking: false });
    this.showAttempt(answer.data);
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  handIn() {
    const { isPreview, courseId, seed, attemptId, answers } = this.data;
    return isPreview
      ? cloud.training.previewExam({ courseId, seed, answers })
      : parts(this).submit.send((requestId) => cloud.training.submitExam({ attemptId, requestId }));
  },
  onCourseTap() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else wx.redirectTo({ url: `/packages/training/pages/course/course?id=${this.data.courseId}` });
  },
});
