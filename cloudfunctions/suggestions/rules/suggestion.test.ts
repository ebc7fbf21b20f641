import type { SuggestionAnswer } from '../../../shared/suggestions/suggestion';
import { withOutcome } from './suggestion';

const said = (kind: SuggestionAnswer['kind'], words = '') => ({
  ...{ kind, words, byName: '周岚', at: '2026-11-22T02:00:00.000Z' },
});

it('of many outcomes the latest eighteen stay, and what HR decided before them always does', () => {
  let answers: SuggestionAnswer[] = [said('considered'), said('adopted')];
  for (let month = 1; month <= 19; month += 1) answers = withOutcome(answers, said('done', `第 ${month} 个月`));
  expect(answers.map(({ kind }) => kind)).toEqual(['considered', 'adopted', ...Array<string>(18).fill('done')]);
  expect([answers[2]?.words, answers.at(-1)?.words]).toEqual(['第 2 个月', '第 19 个月']);
});
