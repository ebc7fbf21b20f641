import type { CourseDraft } from '../../../../../shared/training/course';
import type { Question, QuestionKind } from '../../../../../shared/training/question';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading, ready } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import {
  emptyQuestion,
  option,
  optionsFor,
  questionDraftOf,
  questionKinds,
  questionOf,
  questionProblem,
} from '../../wording/question-draft';
import { uploadLessonFiles } from '../edit-lesson/lesson-upload';
import { giveWrittenQuestion } from './written-question';

const intents = perPage(() => ({ write: new Intent(), remove: new Intent() }));
const mostOptions = 8;

Page({
  data: {
    courseId: '',
    questionId: '',
    isForQuiz: false,
    isKnown: false,
    draftVersion: 1,
    frame: loading,
    kinds: questionKinds,
    draft: emptyQuestion(''),
    pictureUrl: '',
    busy: false,
    problem: '',
  },

  onLoad(query: { course?: string; id?: string; for?: string; question?: string }) {
    wx.hideShareMenu({});
    const isForQuiz = query.for === 'quiz';
    this.setData({ courseId: query.course ?? '', questionId: query.id ?? '', isForQuiz });
    if (!isForQuiz) {
      this.readBank();
      return;
    }
    const known = query.question ? (JSON.parse(decodeURIComponent(query.question)) as Question) : null;
    this.setData({ frame: ready, draft: known ? questionDraftOf(known) : emptyQuestion(newRequestId()) });
    this.readPicture();
  },
  async readBank() {
    const { courseId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.readDraft({ courseId }),
      show: (course) => this.showBank(course),
    });
  },
  showBank({ bank, draftVersion }: CourseDraft) {
    const known = bank.find(({ questionId }) => questionId === this.data.questionId);
    const draft = known ? questionDraftOf(known) : emptyQuestion(newRequestId());
    this.setData({ draftVersion, isKnown: known !== undefined, draft });
    this.readPicture();
  },
  /** Without its address a picture is named and not seen. */
  async readPicture() {
    const { courseId, draft } = this.data;
    if (!draft.picture) return;
    const answer = await cloud.training.readDraftPicture({ courseId, fileId: draft.picture });
    if (answer.ok) this.setData({ pictureUrl: answer.data.url });
  },
  async onPictureTap() {
    this.setData({ busy: true, problem: '' });
    const sent = await uploadLessonFiles('article', 1);
    this.setData({ busy: false });
    if (!Array.isArray(sent)) {
      this.setData({ problem: sent.problem });
      return;
    }
    const [file] = sent;
    if (file) this.setData({ 'draft.picture': file.fileId, pictureUrl: file.path });
  },
  onPictureRemoveTap() {
    this.setData({ 'draft.picture': '', pictureUrl: '', problem: '' });
  },
  onRetryTap() {
    this.readBank();
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: QuestionKind }>) {
    const { kind } = currentTarget.dataset;
    this.setData({ 'draft.kind': kind, 'draft.options': optionsFor(kind), problem: '' });
  },
  onFieldChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, never, { name: string }>) {
    this.setData({ [`draft.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  onOptionChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, never, { place: number }>) {
    this.setData({ [`draft.options[${currentTarget.dataset.place}].text`]: detail.value, problem: '' });
  },
  /** One right answer, or several where several may be right. */
  onRightTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { place: number }>) {
    const { place } = currentTarget.dataset;
    const { kind, options } = this.data.draft;
    const marked = options.map((one, index) => {
      if (kind === 'multiple') return index === place ? { ...one, isRight: !one.isRight } : one;
      return { ...one, isRight: index === place };
    });
    this.setData({ 'draft.options': marked, problem: '' });
  },
  onMoreTap() {
    const { kind, options } = this.data.draft;
    if (options.length >= (kind === 'fill' ? 5 : mostOptions)) return;
    this.setData({ 'draft.options': [...options, option('', kind === 'fill')] });
  },
  async onSaveTap() {
    const { courseId, draftVersion, draft, isForQuiz } = this.data;
    const problem = questionProblem(draft);
    this.setData({ problem });
    if (problem) return;
    const question = questionOf(draft);
    if (isForQuiz) {
      giveWrittenQuestion(question);
      wx.navigateBack();
      return;
    }
    this.setData({ busy: true });
    const answer = await intents(this).write.send((requestId) =>
      cloud.training.writeQuestion({ courseId, draftVersion, question, requestId }),
    );
    this.setData({ busy: false });
    if (answer.ok) wx.navigateBack();
    else this.setData({ problem: refusalText(answer) });
  },
  async onRemoveTap() {
    const { courseId, draftVersion, draft } = this.data;
    this.setData({ busy: true, problem: '' });
    const { questionId } = draft;
    const answer = await intents(this).remove.send((requestId) =>
      cloud.training.removeQuestion({ courseId, draftVersion, questionId, requestId }),
    );
    this.setData({ busy: false });
    if (answer.ok) wx.navigateBack();
    else this.setData({ problem: refusalText(answer) });
  },
});
