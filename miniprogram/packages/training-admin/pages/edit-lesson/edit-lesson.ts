import type { LessonKind } from '../../../../../shared/training/course';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import {
  draftOf,
  emptyLesson,
  type LessonDraft,
  lessonOf,
  lessonProblem,
  withoutPiece,
  withPictures,
} from '../../wording/lesson-draft';
import { questionKindInWords } from '../../wording/question-draft';
import { takeWrittenQuestion } from '../edit-question/written-question';
import { uploadLessonFiles } from './lesson-upload';

const write = perPage(() => new Intent());
const mostSlides = 30;
const mostPictures = 12;

const kinds: { kind: LessonKind; text: string }[] = [
  { kind: 'article', text: '文章' },
  { kind: 'quiz', text: '测验' },
  { kind: 'slides', text: '幻灯片' },
  { kind: 'video', text: '视频' },
  { kind: 'pdf', text: 'PDF' },
  { kind: 'link', text: '链接' },
];

Page({
  data: {
    courseId: '',
    chapterId: '',
    isNew: true,
    draftVersion: 1,
    frame: loading,
    kinds,
    draft: emptyLesson(''),
    questionRows: [] as { questionId: string; text: string; kind: string }[],
    /** Where pictures are seen: on the phone while they are fresh, else at the cloud's address. */
    pictureUrls: {} as Record<string, string>,
    pictures: [] as { number: number; index: number; fileId: string; caption: string }[],
    cursor: null as number | null,
    mostPictures,
    busy: false,
    problem: '',
  },

  onLoad({ course = '', chapter = '', lesson = '' }: { course?: string; chapter?: string; lesson?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: course, chapterId: chapter, isNew: lesson === '', draft: emptyLesson(lesson) });
    this.readLesson();
  },
  /** A question comes back from its own page. */
  onShow() {
    const written = takeWrittenQuestion();
    if (!written) return;
    const { questions } = this.data.draft;
    const at = questions.findIndex(({ questionId }) => questionId === written.questionId);
    const next = at < 0 ? [...questions, written] : questions.map((one, index) => (index === at ? written : one));
    this.showDraft({ ...this.data.draft, questions: next });
  },
  async readLesson() {
    const { courseId, isNew, draft } = this.data;
    const { lessonId } = draft;
    await fillFrame(this, {
      keepAs: null,
      ask: async () => {
        const [course, lesson] = await Promise.all([
          cloud.training.readDraft({ courseId }),
          isNew ? null : cloud.training.readDraftLesson({ courseId, lessonId }),
        ]);
        if (!course.ok) return course;
        if (lesson && !lesson.ok) return lesson;
        return { ...course, data: { draftVersion: course.data.draftVersion, lesson: lesson?.data } };
      },
      show: ({ draftVersion, lesson: known }) => {
        this.setData({ draftVersion });
        this.showDraft(known ? draftOf(known) : emptyLesson(newRequestId()));
        if (this.data.pictures.length > 0) this.readPictures();
      },
    });
  },
  showDraft(draft: LessonDraft) {
    const questionRows = draft.questions.map(({ questionId, text, kind }) => ({
      ...{ questionId, text, kind: questionKindInWords(kind) },
    }));
    const pictures = draft.kept.flatMap(({ number, block }, index) =>
      block.kind === 'picture' ? [{ number, index, fileId: block.fileId, caption: block.caption }] : [],
    );
    this.setData({ draft, questionRows, pictures, problem: '' });
  },
  /** Without their addresses pictures are named and not seen. */
  async readPictures() {
    const { courseId, draft } = this.data;
    const answer = await cloud.training.previewLesson({ courseId, lessonId: draft.lessonId });
    if (answer.ok) this.setData({ pictureUrls: { ...answer.data.fileUrls, ...this.data.pictureUrls } });
  },
  onRetryTap() {
    this.readLesson();
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: LessonKind }>) {
    this.showDraft({ ...this.data.draft, kind: currentTarget.dataset.kind, fileIds: [] });
  },
  onFieldChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string | boolean }, never, { name: string }>) {
    this.setData({ [`draft.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  async onFilesTap() {
    this.setData({ busy: true, problem: '' });
    const { kind, fileIds } = this.data.draft;
    const added = await uploadLessonFiles(kind, mostSlides - fileIds.length);
    this.setData({ busy: false });
    if (!Array.isArray(added)) {
      this.setData({ problem: added.problem });
      return;
    }
    const ids = added.map(({ fileId }) => fileId);
    if (ids.length > 0) this.setData({ 'draft.fileIds': kind === 'slides' ? [...fileIds, ...ids] : ids });
  },
  onTextBlur({ detail }: WechatMiniprogram.CustomEvent<{ cursor?: number }>) {
    this.setData({ cursor: detail.cursor ?? null });
  },
  async onPicturesTap() {
    this.setData({ busy: true, problem: '' });
    const added = await uploadLessonFiles('article', mostPictures - this.data.pictures.length);
    this.setData({ busy: false });
    if (!Array.isArray(added)) {
      this.setData({ problem: added.problem });
      return;
    }
    const { draft, cursor, pictureUrls } = this.data;
    const fresh = Object.fromEntries(added.map(({ fileId, path }) => [fileId, path]));
    this.setData({ pictureUrls: { ...pictureUrls, ...fresh } });
    const fileIds = added.map(({ fileId }) => fileId);
    this.showDraft({ ...draft, ...withPictures(draft, fileIds, cursor) });
  },
  onCaptionChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, never, { index: number }>) {
    this.setData({ [`draft.kept[${currentTarget.dataset.index}].block.caption`]: detail.value, problem: '' });
  },
  onPictureRemoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { number: number }>) {
    const { draft } = this.data;
    this.showDraft({ ...draft, ...withoutPiece(draft, currentTarget.dataset.number) });
  },
  onFileRemoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const fileIds = this.data.draft.fileIds.filter((fileId) => fileId !== currentTarget.dataset.id);
    this.setData({ 'draft.fileIds': fileIds, problem: '' });
  },
  onQuestionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id?: string }>) {
    const known = this.data.draft.questions.find(({ questionId }) => questionId === currentTarget.dataset.id);
    const query = known ? `&question=${encodeURIComponent(JSON.stringify(known))}` : '';
    wx.navigateTo({
      url: `/packages/training-admin/pages/edit-question/edit-question?for=quiz&course=${this.data.courseId}${query}`,
    });
  },
  async onSaveTap() {
    const { courseId, chapterId, draftVersion, draft } = this.data;
    const problem = lessonProblem(draft);
    this.setData({ problem });
    if (problem) return;
    this.setData({ busy: true });
    const lesson = lessonOf(draft);
    const answer = await write(this).send((requestId) =>
      cloud.training.writeLesson({ courseId, chapterId, draftVersion, lesson, requestId }),
    );
    this.setData({ busy: false });
    if (answer.ok) wx.navigateBack();
    else this.setData({ problem: refusalText(answer) });
  },
});
