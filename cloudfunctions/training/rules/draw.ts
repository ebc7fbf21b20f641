import type { Question } from '../../../shared/training/question';
import type { DrawnQuestion } from '../documents';

/** Numbers from 0 to 1 that follow from a seed: mulberry32, so that a draw can be repeated from the attempt alone. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const [one, two] = [mixed[last], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[last], mixed[other]] = [two, one];
  }
  return mixed;
}

const trueFalse = ['对', '错'];

function optionsOf(question: Question): { options: string[]; right: number[] } {
  switch (question.kind) {
    case 'single':
      return { options: question.options, right: [question.right] };
    case 'multiple':
      return { options: question.options, right: question.right };
    case 'trueFalse':
      return { options: trueFalse, right: [question.right ? 0 : 1] };
    case 'order':
      return { options: question.options, right: question.options.map((_, place) => place) };
    case 'fill':
      return { options: [], right: [] };
  }
}

/** A question as it is put: 对/错 stays in its order, everything else is shuffled; the key moves along. */
function put(question: Question, next: () => number, shuffles: boolean): DrawnQuestion {
  const { questionId, kind, text, explanation, picture } = question;
  const { options, right } = optionsOf(question);
  const places = options.map((_, place) => place);
  const order = kind === 'trueFalse' || !shuffles ? places : shuffled(places, next);
  const key = right.map((place) => order.indexOf(place));
  return {
    ...{ questionId, kind, text, explanation, options: order.map((place) => options[place] ?? '') },
    key: kind === 'order' ? key : key.sort((one, other) => one - other),
    accepted: question.kind === 'fill' ? question.accepted : [],
    ...(picture === undefined ? {} : { picture }),
  };
}

/** An exam's questions: so many of the bank, in an order and with options in an order that follow from the seed. */
export function drawExam(bank: readonly Question[], count: number, seed: number): DrawnQuestion[] {
  const next = numbersFrom(seed);
  return shuffled(bank, next)
    .slice(0, count)
    .map((question) => put(question, next, true));
}

/** A quiz keeps its order; only what has to be put in order is shuffled, for everybody alike. */
export function putQuiz(questions: readonly Question[]): DrawnQuestion[] {
  return questions.map((question) => {
    const seed = [...question.questionId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
    return put(question, numbersFrom(seed), question.kind === 'order');
  });
}
