import type { CourseView } from '../../../../../shared/training/learning';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { momentInWords } from '../../../../wording/day';
import { courseFace, renewedRows } from './course-face';

type RateChange = WechatMiniprogram.CustomEvent<{ value: number }, object, { name: 'useful' | 'clear' }>;

const intents = perPage(() => ({ start: new Intent(), feedback: new Intent() }));
const pages = '/packages/training/pages';

Page({
  data: {
    courseId: '',
    frame: loading,
    face: {} as ReturnType<typeof courseFace>,
    /** 线下班次 of this course that are still to come. */
    sessions: [] as { _id: string; title: string; meta: string }[],
    /** What is published since I passed. */
    renewed: [] as ReturnType<typeof renewedRows>,
    sheet: '' as '' | 'feedback',
    useful: 0,
    clear: 0,
    words: '',
    busy: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: id });
  },
  onShow() {
    this.readCourse();
  },

  async readCourse() {
    const { courseId } = this.data;
    await fillFrame(this, {
      keepAs: `course.${courseId}`,
      ask: () => cloud.training.readCourse({ courseId }),
      show: (course) => this.showCourse(course),
    });
    await Promise.all([this.readSessions(), this.readRenewal()]);
  },
  /** Comes by itself, and only to whoever passed. */
  async readRenewal() {
    const { courseId, face } = this.data;
    const answer = face.isPassed ? await cloud.training.readRenewal({ courseId }) : null;
    if (answer?.ok) this.setData({ renewed: renewedRows(answer.data.lessons) });
  },
  onRenewedTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const url = `${pages}/lesson/lesson?course=${this.data.courseId}&lesson=${currentTarget.dataset.id}&renewed=1`;
    wx.navigateTo({ url });
  },
  /** They come by themselves; without them the page is whole. */
  async readSessions() {
    const { courseId } = this.data;
    if (!currentMe().roles.includes('employee')) return;
    const answer = await cloud.classroom.listSessions({ which: 'coming', courseId, limit: 5 });
    if (!answer.ok) return;
    const sessions = answer.data.items.flatMap(({ _id, title, startsAt, place, state, taken, quota, mine }) => {
      const seats = mine ? '你已报名' : taken < quota ? `还有 ${quota - taken} 个名额` : '可以排候补';
      const meta = `${momentInWords(startsAt, new Date())} · ${place} · ${seats}`;
      return state === 'open' ? [{ _id, title, meta }] : [];
    });
    this.setData({ sessions });
  },
  onSessionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/classroom/pages/session/session?id=${currentTarget.dataset.id}` });
  },
  showCourse(course: CourseView) {
    this.setData({ face: courseFace(course, new Date()) });
  },
  onRetryTap() {
    this.readCourse();
  },
  async onStartTap() {
    const { courseId } = this.data;
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).start.send((requestId) => cloud.training.startCourse({ courseId, requestId }));
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.showCourse(answer.data);
    this.onNextTap();
  },
  onNextTap() {
    if (this.data.face.nextLessonId) this.openLesson(this.data.face.nextLessonId);
  },
  onLessonTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    if (this.data.face.begun) this.openLesson(currentTarget.dataset.id);
    else this.setData({ problem: this.data.face.mayStart ? '先点「开始学习」，再打开课时。' : '' });
  },
  openLesson(lessonId: string) {
    wx.navigateTo({ url: `${pages}/lesson/lesson?course=${this.data.courseId}&lesson=${lessonId}` });
  },
  onLockTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `${pages}/course/course?id=${currentTarget.dataset.id}` });
  },
  onFeedbackTap() {
    const { useful = 0, clear = 0, words = '' } = this.data.face.feedback ?? {};
    this.setData({ sheet: 'feedback', problem: '', useful, clear, words });
  },
  onDismiss() {
    this.setData({ sheet: '', problem: '' });
  },
  onRatingChange({ currentTarget, detail }: RateChange) {
    this.setData({ [currentTarget.dataset.name]: detail.value, problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  async onFeedbackConfirm() {
    const { courseId, useful, clear, words } = this.data;
    if (useful < 1 || clear < 1) {
      this.setData({ problem: '两项都点几颗星，再提交。' });
      return;
    }
    const said = { courseId, useful, clear, words: words.trim() };
    const sent = intents(this).feedback.send((requestId) => cloud.training.giveCourseFeedback({ ...said, requestId }));
    if (await carryOut(this, sent)) this.readCourse();
  },
  onExamTap() {
    wx.navigateTo({ url: `${pages}/exam/exam?course=${this.data.courseId}` });
  },
  onReviewTap() {
    const id = this.data.face.exam?.lastAttemptId;
    if (id) wx.navigateTo({ url: `${pages}/exam/exam?id=${id}&course=${this.data.courseId}` });
  },
});
