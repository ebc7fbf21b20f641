import { Question, type QuestionKind, questionLimits } from '../../../shared/training/question';
import type { ImportFault } from '../../../shared/training/question-import';
import { letters, type QuestionColumn, type QuestionColumns } from './question-columns';

const kinds: Readonly<Record<string, QuestionKind>> = {
  ...{ 单选: 'single', 多选: 'multiple', 判断: 'trueFalse', 排序: 'order', 填空: 'fill' },
  ...{ 单项选择: 'single', 多项选择: 'multiple', 不定项: 'multiple', 是非: 'trueFalse' },
};
const trueWords = ['对', '正确', '是', '√', '✓', '✔', 'T', 'TRUE', 'Y', 'YES'];
const falseWords = ['错', '错误', '否', '×', '✗', '✘', 'X', 'F', 'FALSE', 'N', 'NO'];

export interface Fault {
  column: QuestionColumn;
  fault: ImportFault;
}

interface Cells {
  kind: QuestionKind | null;
  text: string;
  options: string[];
  answer: string;
  explanation: string;
  picture: string;
}

/** What our own lists put before a text that a spreadsheet would run. */
const withoutApostrophe = (text: string) => text.replace(/^'(?=\s*[=+\-@\t\r＝＋－＠])/, '');
const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const plainOf = (text: string) => inOneLine(text.normalize('NFKC')).toUpperCase();

function cellsOf(row: readonly string[], { places }: Pick<QuestionColumns, 'places'>): Cells {
  const cell = (column: QuestionColumn) => {
    const place = places.get(column);
    const text = place === undefined ? '' : (row[place] ?? '');
    return withoutApostrophe(text.replace(/\r\n?/g, '\n').trim());
  };
  const kind = kinds[plainOf(cell('kind')).replace(/题$/, '')] ?? null;
  const options = letters.map((_, place) => inOneLine(cell(`option${place}`)));
  const last = options.findLastIndex((option) => option !== '');
  const [text, answer, explanation] = [cell('text'), cell('answer'), cell('explanation')];
  const picture = inOneLine(cell('picture'));
  return { kind, text, answer, explanation, picture, options: options.slice(0, last + 1) };
}

const refuse = (column: QuestionColumn, fault: ImportFault): Fault[] => [{ column, fault }];

function faultsOfOptions({ kind, options }: Cells): Fault[] {
  if (kind !== 'single' && kind !== 'multiple' && kind !== 'order') return [];
  const gap = options.indexOf('');
  if (gap >= 0) return refuse(`option${gap}`, 'optionGap');
  if (options.length < 2) return refuse(`option${options.length}`, 'tooFewOptions');
  const twice = options.findIndex((option, place) => options.indexOf(option) !== place);
  return twice < 0 ? [] : refuse(`option${twice}`, 'optionTwice');
}

/** Places of the options that the answer names: letters in any width, parted by anything, or one option in full. */
function placesIn(answer: string, options: readonly string[]): number[] {
  const whole = options.indexOf(inOneLine(answer));
  if (whole >= 0) return [whole];
  const named = [...plainOf(answer).replace(/[\s,，、;；/|+]/g, '')].map((letter) => letters.indexOf(letter));
  const isSound = new Set(named).size === named.length && named.every((place) => place >= 0 && place < options.length);
  return isSound ? named : [];
}

/** True or false as words, marks, or the letter of an option that says so; null for anything else. */
function truthIn(answer: string, options: readonly string[]): boolean | null {
  const said = plainOf(options[letters.indexOf(plainOf(answer))] ?? answer);
  return trueWords.includes(said) ? true : falseWords.includes(said) ? false : null;
}

/** A question as the row says it, or what is wrong with its answer. */
function keyed(kind: QuestionKind, { options, answer }: Cells): object | ImportFault {
  const places = placesIn(answer, options);
  switch (kind) {
    case 'single':
      return places.length === 0
        ? 'answerUnknown'
        : places.length > 1
          ? 'tooManyAnswers'
          : { options, right: places[0] };
    case 'multiple':
      return places.length === 0 ? 'answerUnknown' : { options, right: places.sort((one, other) => one - other) };
    case 'trueFalse': {
      const right = truthIn(answer, options);
      return right === null ? 'answerUnknown' : { right };
    }
    case 'order':
      if (answer === '') return { options };
      return places.length === options.length ? { options: places.map((place) => options[place]) } : 'answerUnknown';
    case 'fill': {
      const accepted = [
        ...new Set(
          answer
            .split(/[|｜;；\n]/)
            .map(inOneLine)
            .filter(Boolean),
        ),
      ];
      if (accepted.length === 0) return 'answerUnknown';
      return accepted.length > questionLimits.accepted ? 'tooManyAnswers' : { accepted };
    }
  }
}

/** Where the contract's own bounds are broken: the column that a path of the question came from. */
function faultsOfBounds(question: object): Fault[] {
  const parsed = Question.safeParse(question);
  if (parsed.success) return [];
  const faults = parsed.error.issues.map(({ path: [field, place], code }): Fault => {
    const named = field === 'text' || field === 'explanation' ? field : 'answer';
    const column = field === 'options' && typeof place === 'number' ? (`option${place}` as const) : named;
    return { column, fault: code === 'too_big' ? 'tooLong' : 'unreadable' };
  });
  return faults.filter(({ column }, place) => faults.findIndex((other) => other.column === column) === place);
}

/**
 * One row of a file as a question without its name and the name of its picture (empty: none), or everything that is
 * wrong with it.
 */
export function readQuestionRow(
  row: readonly string[],
  columns: Pick<QuestionColumns, 'places'>,
): { question: Omit<Question, 'questionId'>; picture: string } | { faults: Fault[] } {
  const cells = cellsOf(row, columns);
  const { kind, text, answer, explanation } = cells;
  const faults = [
    ...(kind === null ? refuse('kind', 'kindUnknown') : []),
    ...(text === '' ? refuse('text', 'missing') : []),
    ...(answer === '' && kind !== 'order' ? refuse('answer', 'missing') : []),
    ...faultsOfOptions(cells),
  ];
  if (kind === null || faults.length > 0) return { faults };
  const key = keyed(kind, cells);
  if (typeof key === 'string') return { faults: refuse('answer', key) };
  const question = { kind, text, explanation, ...key };
  const outOfBounds = faultsOfBounds({ ...question, questionId: 'q' });
  if (outOfBounds.length > 0) return { faults: outOfBounds };
  return { question: question as Omit<Question, 'questionId'>, picture: cells.picture };
}
