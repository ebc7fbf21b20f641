import type { LedgerEntryView, PointCause } from '../../shared/points/model';
import { dayInWords, daysUntil, greetingOf, momentInWords, todayOf, weekdayInWords } from './day';
import { figure, signedFigure } from './figure';
import { causeInWords, ledgerLine } from './ledger';
import { fenOf } from './money';
import { placeInWords } from './place';
import { unreadInWords } from './unread';

const now = new Date('2026-11-22T04:30:00.000Z');

test.each([
  ['1200', 120_000],
  [' 1200.5 ', 120_050],
  ['0.29', 29],
  ['9999999.99', 999_999_999],
  ['10000000', null],
  ['1.005', null],
  ['-1', null],
  ['1e3', null],
  ['', null],
])('%j yuan as typed are %p fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen);
});

describe('days', () => {
  test('today is the day in Shanghai, wherever the phone is', () => {
    expect(todayOf(new Date('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
    expect(todayOf(new Date('2026-11-21T16:00:00.000Z'))).toBe('2026-11-22');
  });

  test('the year is said only when it is another one', () => {
    expect(dayInWords('2026-03-01', '2026-11-22')).toBe('3月1日');
    expect(dayInWords('2025-12-31', '2026-11-22')).toBe('2025年12月31日');
  });

  test('a day has its weekday', () => {
    expect(weekdayInWords('2026-11-22')).toBe('星期日');
  });

  test.each([
    ['2026-11-22T04:29:00.000Z', '今天 12:29'],
    ['2026-11-21T16:00:00.000Z', '今天 00:00'],
    ['2026-11-21T15:59:00.000Z', '昨天 23:59'],
    ['2026-11-20T15:59:00.000Z', '11月20日 23:59'],
    ['2025-11-20T15:59:00.000Z', '2025年11月20日 23:59'],
  ])('%s reads as %s', (moment, words) => {
    expect(momentInWords(moment, now)).toBe(words);
  });

  test.each([
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-22', '2026-12-01', 9],
    ['2026-11-22', '2026-11-20', -2],
    ['2026-12-31', '2027-01-01', 1],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(daysUntil(from, to)).toBe(days);
  });

  test.each([
    ['2026-11-21T20:59:00.000Z', '夜深了'],
    ['2026-11-21T21:00:00.000Z', '早上好'],
    ['2026-11-22T03:00:00.000Z', '中午好'],
    ['2026-11-22T05:00:00.000Z', '下午好'],
    ['2026-11-22T10:00:00.000Z', '晚上好'],
  ])('at %s one says %s', (moment, greeting) => {
    expect(greetingOf(new Date(moment))).toBe(greeting);
  });
});

describe('numbers', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%i reads as %s', (n, text) => {
    expect(figure(n)).toBe(text);
  });

  test('what came and what went have their sign', () => {
    expect([signedFigure(5), signedFigure(0), signedFigure(-1200)]).toEqual(['+5', '+0', '−1,200']);
  });
});

describe('积分流水', () => {
  const entry = { ruleTitle: null, withName: null };
  test.each<[PointCause, { ruleTitle?: string; withName?: string }, string]>([
    [{ kind: 'checkIn', day: '2026-11-22', version: 0 }, { ruleTitle: '签到' }, '签到 · 11月22日'],
    [{ kind: 'joined', version: 0 }, { ruleTitle: '欢迎加入' }, '欢迎加入'],
    [
      { kind: 'earned', rule: 'newsRead', version: 1, factId: 'f', about: '年会通知' },
      { ruleTitle: '阅读新闻' },
      '阅读新闻 · 年会通知',
    ],
    [{ kind: 'redemption', redemptionId: 'r', giftName: '保温杯' }, {}, '兑换「保温杯」'],
    [{ kind: 'redemptionCancelled', redemptionId: 'r', giftName: '保温杯' }, {}, '兑换取消，积分退回 ·「保温杯」'],
    [{ kind: 'allowance', month: '2026-11' }, {}, '11 月的可赠积分'],
    [{ kind: 'allowanceLapsed', month: '2026-09' }, {}, '9 月没送出的可赠积分，月底清零'],
    [{ kind: 'gave', factId: 'f', toPersonId: 'p', about: null }, { withName: '林晓' }, '送给林晓'],
    [{ kind: 'received', factId: 'f', fromPersonId: 'p', about: '帮我排障' }, {}, '一位同事送给你 · 帮我排障'],
    [{ kind: 'expired', day: '2026-11-22', isLeaver: false }, {}, '到期 · 有效至11月22日'],
    [{ kind: 'expired', day: '2026-12-31', isLeaver: true }, {}, '离职后的兑换期限已过'],
    [{ kind: 'voided', entryId: 'e', reason: '重复', by: 'p' }, { withName: '周岚' }, '作废 · 重复'],
    [{ kind: 'corrected', reason: '补发', by: 'p' }, {}, '更正 · 补发'],
  ])('each line names its cause: %o', (cause, known, words) => {
    expect(causeInWords({ ...entry, ...known, cause }, now)).toBe(words);
  });

  const line: LedgerEntryView = {
    ...entry,
    _id: 'e',
    personId: 'p',
    points: -120,
    pocket: 'spend',
    from: 'person',
    to: 'void',
    balanceAfter: 1005,
    cause: { kind: 'corrected', reason: '重复', by: 'p-hr' },
    at: '2026-11-22T04:00:00.000Z',
  };

  test('a line says how much, when, where to, who decided, and what was left', () => {
    expect(ledgerLine({ ...line, withName: '周岚' }, now)).toMatchObject({
      points: '−120',
      came: false,
      way: '我 → 作废 · 经办 周岚',
      balanceAfter: '余额 1,005',
    });
  });

  test('a line names its rule, and its version once HR has changed it; 可赠积分 are told apart', () => {
    const checkIn = { kind: 'checkIn', day: '2026-11-22' } as const;
    const came = { ...line, points: 5, from: 'issue', to: 'person', ruleTitle: '签到' } as const;
    const wayBy = (version: number) => ledgerLine({ ...came, cause: { ...checkIn, version } }, now).way;
    expect([wayBy(0), wayBy(2)]).toEqual(['公司 → 我 · 按规则「签到」', '公司 → 我 · 按规则「签到」第 2 版']);
    expect(ledgerLine({ ...line, pocket: 'give', balanceAfter: 20 }, now).balanceAfter).toBe('可赠 20');
  });
});

test('where no position is known the department stands alone', () => {
  expect(placeInWords({ departmentName: '研发部', position: '' })).toBe('研发部');
  expect(placeInWords({ departmentName: '研发部', position: '工程师' })).toBe('研发部 · 工程师');
});

test('a badge counts to ninety-nine and is not there when nothing waits', () => {
  expect([0, 1, 99, 100].map(unreadInWords)).toEqual(['', '1', '99', '99+']);
});
