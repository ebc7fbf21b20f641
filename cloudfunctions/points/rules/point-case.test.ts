import type { LedgerEntryView, PointCause } from '../../../shared/points/model';
import { Refusal } from '../../../shared/refusal';
import { answering, type CaseAnswer, caseView, checkAnswer, freeSlot, isSameAnswer, openCase } from './point-case';

const now = new Date('2026-11-22T04:00:00.000Z');
const entry = (cause: PointCause): LedgerEntryView => ({
  _id: 'p-lin.checkIn.2026-11-20',
  personId: 'p-lin',
  points: 5,
  pocket: 'spend',
  from: 'issue',
  to: 'person',
  balanceAfter: 5,
  cause,
  at: '2026-11-20T01:00:00.000Z',
  ruleTitle: '签到',
  withName: null,
});
const checkIn = entry({ kind: 'checkIn', day: '2026-11-20', version: 0 });
const question = {
  caseId: 'c-1',
  personId: 'p-lin',
  personName: '林晓',
  entry: checkIn,
  question: '少了',
  requestId: 'r',
};
const opened = openCase(question, 'open-1', now);
const answer: CaseAnswer = {
  outcome: 'explained',
  points: null,
  answer: '没有错',
  answeredById: 'p-hr',
  answeredBy: '周岚',
  requestId: 'answer-1',
};
const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return null;
};

it('finds room for three open cases of one person and not for a fourth', () => {
  expect(freeSlot([])).toBe('open-1');
  expect(freeSlot([{ slot: 'open-1' }, { slot: 'open-3' }])).toBe('open-2');
  const full = [{ slot: 'open-1' }, { slot: 'open-2' }, { slot: 'open-3' }];
  expect(refusalOf(() => freeSlot(full))).toBe('cases_open_too_many');
});

describe('an answer', () => {
  it('is not given by the person who asked', () => {
    expect(refusalOf(() => checkAnswer(opened, { ...answer, answeredById: 'p-lin' }))).toBe('own_account_kept');
    expect(refusalOf(() => checkAnswer(opened, answer))).toBeNull();
  });

  it('voids what can be voided, and not a redemption', () => {
    const voided = { ...answer, outcome: 'voided' } as const;
    const redemption = entry({ kind: 'redemption', redemptionId: 'r-1', giftName: '马克杯' });
    expect(refusalOf(() => checkAnswer(opened, voided))).toBeNull();
    expect(refusalOf(() => checkAnswer({ ...opened, entry: redemption }, voided))).toBe('entry_not_voidable');
  });

  it('that corrects says how many points', () => {
    const corrected = { ...answer, outcome: 'corrected' } as const;
    expect(refusalOf(() => checkAnswer(opened, corrected))).toBe('case_points_missing');
    expect(refusalOf(() => checkAnswer(opened, { ...corrected, points: 0 }))).toBe('case_points_missing');
    expect(refusalOf(() => checkAnswer(opened, { ...corrected, points: -5 }))).toBeNull();
  });

  it('is known again by its request and its content', () => {
    const stored = { ...opened, ...answering(answer, now) };
    expect(isSameAnswer(stored, answer)).toBe(true);
    expect(isSameAnswer(stored, { ...answer, requestId: 'answer-2' })).toBe(false);
    expect(isSameAnswer(stored, { ...answer, answer: '有错' })).toBe(false);
    expect(isSameAnswer(stored, { ...answer, outcome: 'voided' })).toBe(false);
  });
});

it('shows people nothing of how it is kept', () => {
  expect(Object.keys(caseView(opened)).sort()).toEqual(
    [
      ...['_id', 'personId', 'personName', 'entry', 'question', 'state', 'outcome', 'points', 'answer', 'answeredBy'],
      ...['askedAt', 'answeredAt'],
    ].sort(),
  );
});
