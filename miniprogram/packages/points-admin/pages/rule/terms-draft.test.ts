import type { PointRule } from '../../../../../shared/points/rules';
import { draftOf, draftProblems, termsOf } from './terms-draft';

const rule: PointRule = {
  key: 'newsRead',
  title: '阅读公司新闻',
  points: 2,
  dailyTimes: 3,
  monthlyPoints: null,
  coolDownMinutes: 0,
  audience: 'everyone',
  version: 0,
  effectiveOn: '1970-01-01',
  changedBy: null,
  changedAt: null,
  reason: null,
};
const draft = draftOf(rule);

it('begins with the rule as it is, and says the same when nothing is changed', () => {
  const { title, points, dailyTimes, monthlyPoints, coolDownMinutes, audience } = rule;
  expect(draftProblems(draft)).toEqual({});
  expect(termsOf(draft, 'everyone')).toEqual({
    title,
    points,
    dailyTimes,
    monthlyPoints,
    coolDownMinutes,
    audience,
  });
});

it('takes an empty limit for no limit, and 0 points for the end of a rule', () => {
  const changed = { ...draft, dailyTimes: '', coolDownMinutes: '', points: '0' };
  expect(draftProblems(changed)).toEqual({});
  expect(termsOf(changed, ['manager'])).toMatchObject({ dailyTimes: null, coolDownMinutes: 0, points: 0 });
});

it.each([
  ['points', '10000', '10001'],
  ['points', '0', '-1'],
  ['points', '3', '2.5'],
  ['dailyTimes', '1', '0'],
  ['dailyTimes', '1000', '1001'],
  ['monthlyPoints', '1000000', '1000001'],
  ['coolDownMinutes', '43200', '43201'],
  ['title', '签到', ' '],
] as const)('%s may be %s and not %s', (field, fits, tooMuch) => {
  expect(draftProblems({ ...draft, [field]: fits })).toEqual({});
  expect(Object.keys(draftProblems({ ...draft, [field]: tooMuch }))).toEqual([field]);
});
