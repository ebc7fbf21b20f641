import type { QuizPhase, WrittenQuiz } from '../../../../../shared/games/quiz';
import type { Answer } from '../../../../../shared/kernel/contract';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading, ready } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { outcomeInWords, phaseInWords } from '../../wording/quiz';
import {
  band,
  blankQuestion,
  blankQuiz,
  contentOf,
  daysInWords,
  draftOf,
  optionsFor,
  questionProblem,
  quizProblem,
} from './quiz-draft';

const intents = perPage(() => ({ write: new Intent(), publish: new Intent(), withdraw: new Intent() }));
const mostQuestions = 20;
const mostBands = 5;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>;

Page({
  data: {
    frame: loading,
    /** Empty until it has been saved for the first time. */
    quizId: '',
    version: 1,
    phase: 'draft' as QuizPhase,
    stands: '',
    draft: blankQuiz(new Date()),
    days: daysInWords(blankQuiz(new Date()), new Date()),
    question: blankQuestion(),
    /** Which question the open sheet is about; beyond the last for a new one. */
    place: 0,
    sheet: '' as '' | 'question' | 'publish' | 'withdraw',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ quizId: id });
    if (id) this.readQuiz();
    else this.setData({ frame: ready });
  },
  async readQuiz() {
    const { quizId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.games.readWrittenQuiz({ quizId }),
      show: (quiz) => this.show(quiz),
    });
  },
  show(quiz: WrittenQuiz) {
    const { _id, version, phase, people, outcome } = quiz;
    const told = outcome ? outcomeInWords(outcome) : null;
    const stands = phase === 'draft' ? '' : `${phaseInWords[phase]} · ${told?.people ?? `已有 ${people} 人交卷`}`;
    const draft = draftOf(quiz);
    this.setData({ quizId: _id, version, phase, stands, draft, days: daysInWords(draft, new Date()) });
  },
  onRetryTap() {
    this.readQuiz();
  },

  onTyped({ currentTarget, detail }: Typed) {
    this.setData({ [`draft.${currentTarget.dataset.name}`]: detail.value, pageProblem: '' });
    this.setData({ days: daysInWords(this.data.draft, new Date()) });
  },
  onBandTap() {
    const { rewards } = this.data.draft;
    if (rewards.length < mostBands) this.setData({ 'draft.rewards': [...rewards, band('', '')] });
  },
  onBandEndTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const rewards = this.data.draft.rewards.filter((_, index) => index !== currentTarget.dataset.index);
    if (rewards.length > 0) this.setData({ 'draft.rewards': rewards });
  },

  onQuestionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const place = currentTarget.dataset.index;
    const question = this.data.draft.questions[place];
    if (question && this.data.phase === 'draft') this.setData({ sheet: 'question', place, question, problem: '' });
  },
  onNewQuestionTap() {
    const place = this.data.draft.questions.length;
    if (place < mostQuestions) this.setData({ sheet: 'question', place, question: blankQuestion(), problem: '' });
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: 'single' | 'trueFalse' }>) {
    const { kind } = currentTarget.dataset;
    this.setData({ 'question.kind': kind, 'question.options': optionsFor(kind), 'question.right': 0 });
  },
  onQuestionTyped({ currentTarget, detail }: Typed) {
    this.setData({ [`question.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  onRightTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { place: number }>) {
    this.setData({ 'question.right': currentTarget.dataset.place, problem: '' });
  },
  onQuestionConfirm() {
    const { question, place } = this.data;
    const problem = questionProblem(question);
    if (problem) this.setData({ problem });
    else this.setData({ [`draft.questions[${place}]`]: question, sheet: '', pageProblem: '' });
  },
  onQuestionEndTap() {
    const questions = this.data.draft.questions.filter((_, index) => index !== this.data.place);
    this.setData({ 'draft.questions': questions, sheet: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },

  async onSaveTap() {
    if (await this.save()) wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
  async save(): Promise<boolean> {
    const { quizId, version, draft } = this.data;
    const pageProblem = quizProblem(draft);
    this.setData({ pageProblem });
    if (pageProblem) return false;
    const written = { quizId: quizId || null, version, content: contentOf(draft) };
    return this.carry(intents(this).write.send((requestId) => cloud.games.writeQuiz({ ...written, requestId })));
  },
  async onPublishTap() {
    if (await this.save()) this.setData({ sheet: 'publish', problem: '' });
  },
  async onPublishConfirm() {
    const { quizId, version } = this.data;
    const asked = intents(this).publish.send((requestId) => cloud.games.publishQuiz({ quizId, version, requestId }));
    if (await this.carry(asked)) wx.showToast({ title: '已发布', icon: 'success', duration: 1500 });
  },
  onWithdrawTap() {
    this.setData({ sheet: 'withdraw', problem: '' });
  },
  async onWithdrawConfirm() {
    const { quizId } = this.data;
    await this.carry(intents(this).withdraw.send((requestId) => cloud.games.withdrawQuiz({ quizId, requestId })));
  },
  async carry(asked: Promise<Answer<WrittenQuiz>>): Promise<boolean> {
    const quiz = await carryOut(this, asked);
    if (quiz) this.show(quiz);
    return quiz !== null;
  },
});
