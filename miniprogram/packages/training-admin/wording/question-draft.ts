import type { Question, QuestionKind } from '../../../../shared/training/question';
import { newRequestId } from '../../../cloud/intent';

/** What is typed, as it is typed. For 判断 the two options are 对 and 错; for 填空 every option is an accepted answer. */
export interface QuestionDraft {
  questionId: string;
  kind: QuestionKind;
  text: string;
  options: { key: string; text: string; isRight: boolean }[];
  explanation: string;
  /** The file that is shown; empty where there is none. */
  picture: string;
}

export const questionKinds: { kind: QuestionKind; text: string }[] = [
  { kind: 'single', text: '单选' },
  { kind: 'multiple', text: '多选' },
  { kind: 'trueFalse', text: '判断' },
  { kind: 'order', text: '排序' },
  { kind: 'fill', text: '填空' },
];
export const questionKindInWords = (kind: QuestionKind) => questionKinds.find((one) => one.kind === kind)?.text ?? '';

export const option = (text: string, isRight = false) => ({ key: newRequestId(), text, isRight });
export function optionsFor(kind: QuestionKind): QuestionDraft['options'] {
  if (kind === 'trueFalse') return [option('对', true), option('错')];
  return kind === 'fill' ? [option('', true)] : [option('', kind === 'single'), option('')];
}

export const emptyQuestion = (questionId: string): QuestionDraft => ({
  ...{ questionId, kind: 'single', text: '', options: optionsFor('single'), explanation: '', picture: '' },
});

export function questionDraftOf(question: Question): QuestionDraft {
  const { questionId, kind, text, explanation } = question;
  const options = {
    single: () =>
      question.kind === 'single' ? question.options.map((one, at) => option(one, at === question.right)) : [],
    multiple: () =>
      question.kind === 'multiple' ? question.options.map((one, at) => option(one, question.right.includes(at))) : [],
    trueFalse: () =>
      question.kind === 'trueFalse' ? [option('对', question.right), option('错', !question.right)] : [],
    order: () => (question.kind === 'order' ? question.options.map((one) => option(one)) : []),
    fill: () => (question.kind === 'fill' ? question.accepted.map((one) => option(one, true)) : []),
  }[kind]();
  return { questionId, kind, text, explanation, options, picture: question.picture ?? '' };
}

const filled = ({ options }: QuestionDraft) => options.filter(({ text }) => text.trim() !== '');

export function questionOf(draft: QuestionDraft): Question {
  const { questionId, kind, explanation, picture } = draft;
  const head = { questionId, text: draft.text.trim(), explanation, ...(picture ? { picture } : {}) };
  const options = filled(draft);
  const texts = options.map(({ text }) => text.trim());
  const right = options.flatMap(({ isRight }, at) => (isRight ? [at] : []));
  switch (kind) {
    case 'single':
      return { ...head, kind, options: texts, right: right[0] ?? 0 };
    case 'multiple':
      return { ...head, kind, options: texts, right };
    case 'trueFalse':
      return { ...head, kind, right: right[0] === 0 };
    case 'order':
      return { ...head, kind, options: texts };
    case 'fill':
      return { ...head, kind, accepted: texts };
  }
}

/** What to put right before sending; the cloud checks again. */
export function questionProblem(draft: QuestionDraft): string {
  const { kind, text } = draft;
  const options = filled(draft);
  if (!text.trim()) return '先写题目。';
  if (kind === 'fill') return options.length > 0 ? '' : '写下至少一个算对的答案。';
  if (options.length < 2) return '至少要两个选项。';
  if (kind === 'order' || options.some(({ isRight }) => isRight)) return '';
  return '点选项前的圆圈，标出正确答案。';
}
