import type { CareRule } from '../../../shared/recognition/care';
import {
  careCard,
  careRulesWith,
  changedCareRule,
  checkCareWords,
  firstCareRules,
  isSameRule,
  isWanted,
} from './care-rule';

const wishes = { birthday: true, anniversary: true, others: true };
const terms: Omit<CareRule, '_id'> = {
  ...{ isOn: true, words: '{name} 好', isRewarded: true, gatherDays: 5, version: 3 },
  giftCardId: null,
  design: 'leaf',
  told: 'nobody',
};
const [birthdayRule] = firstCareRules;

it('every occasion has a rule from the start, and what HR wrote takes its place', () => {
  const mine: CareRule = { ...terms, _id: 'birthday' };
  const rules = careRulesWith([mine]);
  expect(rules).toHaveLength(6);
  expect(rules.find(({ _id }) => _id === 'birthday')).toEqual(mine);
});

it('all first words can be filled', () => {
  for (const { _id, words } of firstCareRules) expect(() => checkCareWords(_id, words)).not.toThrow();
});

it.each([
  ['birthday', '{name} {years}'],
  ['birthday', '{phone}'],
  ['anniversary', '{title}'],
  ['promotion', '{}'],
] as const)('words for %s cannot hold %s', (occasion, words) => {
  expect(() => checkCareWords(occasion, words)).toThrow('care_words_unknown');
});

it('nobody signs before what nobody foresees', () => {
  expect(changedCareRule({ ...terms, occasion: 'promotion' })).toMatchObject({ gatherDays: 0, version: 4 });
  expect(changedCareRule({ ...terms, occasion: 'birthday' })).toMatchObject({ gatherDays: 5, version: 4 });
});

it('a rule is the repeat of itself only', () => {
  const rule: CareRule = { ...terms, _id: 'birthday' };
  expect(isSameRule(rule, { ...rule })).toBe(true);
  expect(isSameRule(rule, { ...rule, words: '另一句' })).toBe(false);
});

it('somebody who never said anything is wished well, somebody who said no is left alone', () => {
  expect(isWanted('birthday', null)).toBe(true);
  expect(isWanted('birthday', { ...wishes, birthday: false })).toBe(false);
  expect(isWanted('birthday', { ...wishes, anniversary: false, others: false })).toBe(true);
  expect(isWanted('anniversary', { ...wishes, anniversary: false })).toBe(false);
  for (const occasion of ['joined', 'promotion', 'trainingPassed', 'honour'] as const) {
    expect(isWanted(occasion, { ...wishes, others: false })).toBe(false);
    expect(isWanted(occasion, { ...wishes, birthday: false, anniversary: false })).toBe(true);
  }
});

it('a card carries the name, the years and what happened, and nothing a name could smuggle in', () => {
  const person = { personId: 'p-1', name: '{years}', departmentId: 'd-1' };
  const reason = { careId: 'c-1', person, years: 3, title: null, on: '2026-11-22' };
  if (!birthdayRule) throw new Error('there is no rule');
  const card = careCard(reason, { ...birthdayRule, words: '{name}，{years} 周年' }, null);
  expect(card.words).toBe('{years}，3 周年');
});
