import type { Answer } from '../../../../../shared/kernel/contract';
import type { Chapter, CourseDraft } from '../../../../../shared/training/course';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { draftFace, type HeadDraft, headDraft, headOf, skillChoices, withTapped } from './course-draft';

type Sheet = '' | 'head' | 'chapter' | 'publish' | 'retire' | 'lesson';

const change = perPage(() => new Intent());
const pages = '/packages/training-admin/pages';

Page({
  data: {
    courseId: '',
    frame: loading,
    draft: {} as CourseDraft,
    face: {} as ReturnType<typeof draftFace>,
    sheet: '' as Sheet,
    head: {} as HeadDraft,
    /** The company's list; what a course names beside it stays until it is taken off. */
    listed: [] as string[],
    choices: [] as ReturnType<typeof skillChoices>,
    chapterTitle: '',
    chosen: { chapterId: '', lessonId: '', title: '' },
    busy: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: id });
  },
  onShow() {
    this.readDraft();
    this.readSkills();
  },
  /** Skills to choose from come beside the draft; without them it is whole. */
  async readSkills() {
    const answer = await cloud.training.readSkillNeeds({});
    if (answer.ok) this.setData({ listed: answer.data.skills });
  },
  async readDraft() {
    const { courseId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.readDraft({ courseId }),
      show: (draft) => this.showDraft(draft),
    });
  },
  showDraft(draft: CourseDraft) {
    this.setData({ draft, face: draftFace(draft) });
  },
  onRetryTap() {
    this.readDraft();
  },

  onSheetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { sheet: Sheet }>) {
    const { draft, listed } = this.data;
    const choices = skillChoices(listed, draft.head.skills);
    const { sheet } = currentTarget.dataset;
    this.setData({ sheet, problem: '', chapterTitle: '', head: headDraft(draft.head), choices });
  },
  onDismiss() {
    this.setData({ sheet: '', problem: '' });
  },
  onHeadChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string | boolean }, never, { name: string }>) {
    this.setData({ [`head.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  onSkillTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { skill: string }>) {
    const { head, listed, draft } = this.data;
    const skills = withTapped(head.skills, currentTarget.dataset.skill);
    const choices = skillChoices([...listed, ...draft.head.skills], skills);
    this.setData({ 'head.skills': skills, choices, problem: '' });
  },
  onChapterTitleChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ chapterTitle: detail.value, problem: '' });
  },

  /** Shows the draft as the cloud answered, or the refusal where it was asked for. */
  async take(asked: Promise<Answer<CourseDraft>>): Promise<boolean> {
    this.setData({ busy: true, problem: '' });
    const answer = await asked;
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return false;
    }
    this.setData({ sheet: '' });
    this.showDraft(answer.data);
    return true;
  },
  on(requestId: string) {
    const { courseId, draftVersion } = this.data.draft;
    return { courseId, draftVersion, requestId };
  },
  onHeadConfirm() {
    if (!this.data.head.title.trim()) {
      this.setData({ problem: '给课程起个名字。' });
      return;
    }
    const head = headOf(this.data.head, this.data.draft.head.prerequisites);
    this.take(change(this).send((requestId) => cloud.training.changeCourse({ ...this.on(requestId), head })));
  },
  onChapterConfirm() {
    const title = this.data.chapterTitle.trim();
    if (!title) {
      this.setData({ problem: '给这一章起个名字。' });
      return;
    }
    const fresh = { chapterId: newRequestId(), title, lessons: [] };
    this.arrange([...this.data.draft.chapters, fresh]);
  },
  arrange(chapters: Chapter[]) {
    const named = chapters.map(({ chapterId, title, lessons }) => ({
      ...{ chapterId, title, lessonIds: lessons.map(({ lessonId }) => lessonId) },
    }));
    return this.take(
      change(this).send((requestId) => cloud.training.arrangeCourse({ ...this.on(requestId), chapters: named })),
    );
  },
  onLessonTap({
    currentTarget,
  }: WechatMiniprogram.TouchEvent<never, never, { chapter: string; lesson: string; title: string }>) {
    const { chapter, lesson, title } = currentTarget.dataset;
    this.setData({ sheet: 'lesson', problem: '', chosen: { chapterId: chapter, lessonId: lesson, title } });
  },
  /** One place up within its chapter. */
  onLessonUpTap() {
    const { chapterId, lessonId } = this.data.chosen;
    const moved = this.data.draft.chapters.map((chapter) => {
      const at = chapter.lessons.findIndex((one) => one.lessonId === lessonId);
      if (chapter.chapterId !== chapterId || at <= 0) return chapter;
      const lessons = [...chapter.lessons];
      lessons.splice(at - 1, 0, ...lessons.splice(at, 1));
      return { ...chapter, lessons };
    });
    this.arrange(moved);
  },
  onLessonRemoveTap() {
    const { lessonId } = this.data.chosen;
    const without = ({ lessons, ...chapter }: Chapter) => ({
      ...{ ...chapter, lessons: lessons.filter((one) => one.lessonId !== lessonId) },
    });
    this.arrange(this.data.draft.chapters.map(without));
  },
  onLessonEditTap() {
    const { chapterId, lessonId } = this.data.chosen;
    this.setData({ sheet: '' });
    this.open('edit-lesson', `chapter=${chapterId}&lesson=${lessonId}`);
  },
  onPreviewTap() {
    const { courseId, chosen } = this.data;
    this.setData({ sheet: '' });
    wx.navigateTo({
      url: `/packages/training/pages/lesson/lesson?course=${courseId}&lesson=${chosen.lessonId}&preview=1`,
    });
  },
  onExamPreviewTap() {
    wx.navigateTo({ url: `/packages/training/pages/exam/exam?course=${this.data.courseId}&preview=1` });
  },
  onNewLessonTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { chapter: string }>) {
    this.open('edit-lesson', `chapter=${currentTarget.dataset.chapter}`);
  },
  onQuestionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id?: string }>) {
    this.open('edit-question', `id=${currentTarget.dataset.id ?? ''}`);
  },
  onPrerequisitesTap() {
    this.open('prerequisites', '');
  },
  onImportTap() {
    this.open('import-questions', '');
  },
  onAssignTap() {
    this.open('assign', '');
  },
  onLearnersTap() {
    this.open('learners', '');
  },
  onAssignedTap() {
    this.open('assigned', `title=${encodeURIComponent(this.data.draft.title)}`);
  },
  onFiguresTap() {
    this.open('course-figures', '');
  },
  open(page: string, query: string) {
    wx.navigateTo({ url: `${pages}/${page}/${page}?course=${this.data.courseId}&${query}` });
  },
  async onPublishConfirm() {
    const done = await this.take(change(this).send((requestId) => cloud.training.publishCourse(this.on(requestId))));
    if (done) wx.showToast({ title: '已发布', icon: 'success', duration: 1500 });
  },
  onRetireConfirm() {
    const { courseId } = this.data;
    this.take(change(this).send((requestId) => cloud.training.retireCourse({ courseId, requestId })));
  },
});
