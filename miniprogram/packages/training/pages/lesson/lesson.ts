import type { LearningStand, LessonView } from '../../../../../shared/training/learning';
import type { QuizAnswer } from '../../../../../shared/training/question';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { openPdf } from '../../../../cloud/open-pdf';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { clockInWords } from '../../wording/clock';
import { type LessonFace, lessonFace } from '../../wording/lesson';
import { isAnswered, noAnswer, type ReviewFace, reviewFace } from '../../wording/question';
import { filmPlace, forgetFilmPlace, keepFilmPlace } from './film-place';

type Asked = 'course' | 'lesson' | 'preview' | 'renewed';

const intents = perPage(() => ({ open: new Intent(), finish: new Intent(), quiz: new Intent() }));
const timers = perPage(() => ({ seconds: 0 }));

Page({
  data: {
    courseId: '',
    lessonId: '',
    isPreview: false,
    isRenewed: false,
    frame: loading,
    face: {} as LessonFace,
    answers: [] as QuizAnswer[],
    reviews: [] as ReviewFace[],
    percent: 0,
    isQuizPassed: false,
    isDone: false,
    isCoursePassed: false,
    isReadyForExam: false,
    secondsLeft: 0,
    filmFrom: 0,
    filmLeftAt: '',
    filmFails: false,
    busy: false,
    problem: '',
  },

  /** `preview`: a draft, as HR looks at it; `renewed`: what is newer than what somebody passed. Neither counts. */
  onLoad({ course = '', lesson = '', preview = '', renewed = '' }: Partial<Record<Asked, string>>) {
    wx.hideShareMenu({});
    const isRenewed = renewed === '1';
    this.setData({ courseId: course, lessonId: lesson, isPreview: preview === '1' || isRenewed, isRenewed });
    this.openLesson();
  },
  onUnload() {
    clearInterval(timers(this).seconds);
  },

  async openLesson() {
    const { courseId, lessonId, isPreview, isRenewed } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () =>
        isRenewed
          ? cloud.training.readRenewedLesson({ courseId, lessonId })
          : isPreview
            ? cloud.training.previewLesson({ courseId, lessonId })
            : intents(this).open.send((requestId) => cloud.training.openLesson({ courseId, lessonId, requestId })),
      show: (lesson) => this.showLesson(lesson),
    });
  },
  showLesson(lesson: LessonView) {
    const face = lessonFace(lesson);
    wx.setNavigationBarTitle({ title: face.kindWords });
    const answers = lesson.questions.map(() => noAnswer);
    const filmFrom = face.kind === 'video' ? filmPlace(lesson.courseId, lesson.lessonId) : 0;
    const film = { filmFrom, filmLeftAt: filmFrom > 0 ? clockInWords(filmFrom) : '', filmFails: false };
    this.setData({ face, answers, isDone: lesson.isDone, secondsLeft: lesson.secondsLeft, ...film });
    if (lesson.secondsLeft > 0) this.countDown(Date.now() + lesson.secondsLeft * 1000);
  },
  /** Shown only, and right again after a while in the background; the cloud has its own clock. */
  countDown(overAt: number) {
    const timer = timers(this);
    clearInterval(timer.seconds);
    timer.seconds = setInterval(() => {
      const secondsLeft = Math.max(0, Math.ceil((overAt - Date.now()) / 1000));
      this.setData({ secondsLeft });
      if (secondsLeft === 0) clearInterval(timer.seconds);
    }, 1000);
  },
  onFilmTime({ detail }: WechatMiniprogram.CustomEvent<{ currentTime: number }>) {
    const { courseId, lessonId } = this.data;
    keepFilmPlace(courseId, lessonId, detail.currentTime);
  },
  onFilmEnd() {
    const { courseId, lessonId } = this.data;
    forgetFilmPlace(courseId, lessonId);
  },
  /** Its address holds for hours only, and the line may be gone: opened again it has another. */
  onFilmFail() {
    this.setData({ filmFails: true });
  },
  onRetryTap() {
    this.openLesson();
  },

  onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    wx.previewImage({ urls: [currentTarget.dataset.url] });
  },
  onLinkTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { page: string }>) {
    const url = currentTarget.dataset.page;
    if (url.startsWith('/pages/')) wx.switchTab({ url });
    else wx.navigateTo({ url });
  },
  async onAddressTap() {
    await wx.setClipboardData({ data: this.data.face.address });
  },
  /** By the address that the cloud gave: the storage is private, and a learner has no right to the file itself. */
  async onFileTap() {
    const [url = ''] = this.data.face.urls;
    this.setData({ busy: true, problem: '' });
    const opened = await openPdf(url);
    this.setData({ busy: false, problem: opened ? '' : '文件没有打开，请检查网络后再试。' });
  },

  async onFinishTap() {
    const { courseId, lessonId } = this.data;
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).finish.send((requestId) =>
      cloud.training.finishLesson({ courseId, lessonId, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ isDone: true });
    this.showStand(answer.data);
  },
  showStand({ state, isReadyForExam }: LearningStand) {
    wx.vibrateShort({ type: 'light' });
    this.setData({ isCoursePassed: state === 'passed', isReadyForExam });
  },

  onAnswer({ currentTarget, detail }: WechatMiniprogram.CustomEvent<QuizAnswer, never, { place: number }>) {
    this.setData({ [`answers[${currentTarget.dataset.place}]`]: detail, problem: '' });
  },
  async onQuizTap() {
    const { courseId, lessonId, answers, face } = this.data;
    const open = face.questions.findIndex((question, place) => !isAnswered(question, answers[place] ?? null));
    if (open >= 0) {
      this.setData({ problem: `第 ${open + 1} 题还没有答。` });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).quiz.send((requestId) =>
      cloud.training.answerQuiz({ courseId, lessonId, answers, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    const { percent, isPassed, review, stand } = answer.data;
    this.setData({
      percent,
      isQuizPassed: isPassed,
      reviews: review.map((one, index) => reviewFace(one, index, face.fileUrls)),
    });
    if (isPassed) this.setData({ isDone: true });
    this.showStand(stand);
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onAgainTap() {
    this.setData({ reviews: [], answers: this.data.face.questions.map(() => noAnswer), problem: '' });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onNextTap() {
    const { courseId, face, isPreview, isRenewed } = this.data;
    const suffix = isRenewed ? '&renewed=1' : isPreview ? '&preview=1' : '';
    if (face.nextLessonId) {
      const url = `/packages/training/pages/lesson/lesson?course=${courseId}&lesson=${face.nextLessonId}${suffix}`;
      wx.redirectTo({ url });
    } else wx.navigateBack();
  },
});
