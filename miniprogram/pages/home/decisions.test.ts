import type { Redemption } from '../../../shared/points/model';
import { decisionsOf, tasksIn } from './decisions';
import { sceneOf } from './scene';

const now = new Date('2026-11-22T04:30:00.000Z');
const counts = { new: 1, changed: 0, unchanged: 0, waiting: 0, rejected: 0, leftOut: 0 };
const batch = (stage: 'mapped' | 'reviewing' | 'applied', waiting = 0) => ({
  _id: `b-${stage}`,
  fileName: 'a.csv',
  stage,
  counts: { ...counts, waiting },
  openedBy: '林悦',
  openedAt: '2026-11-22T04:00:00.000Z',
});
const reserved = (day: number): Redemption => ({
  _id: `r-${day}`,
  personId: 'p',
  personName: '周岚',
  branchId: 'head-office',
  giftId: 'g',
  giftName: '保温杯',
  costPoints: 120,
  handing: 'pickUp',
  state: 'reserved',
  cancelReason: null,
  codeSeenAt: null,
  at: `2026-11-${day}T04:00:00.000Z`,
  closedAt: null,
});

test('an import in review comes first, then what colleagues have waited for longest', () => {
  const decisions = decisionsOf([batch('reviewing')], [reserved(21), reserved(18)], now);
  expect(decisions.map(({ _id }) => _id)).toEqual(['b-reviewing', 'r-18', 'r-21']);
});

test('an import whose columns were matched waits as well, and says for what', () => {
  expect(decisionsOf([batch('mapped')], [], now)[0]?.title).toContain('列');
});

test('an import that is over asks for nothing', () => {
  expect(decisionsOf([batch('applied', 3)], [], now)).toEqual([]);
});

test('an import with open questions says how many', () => {
  expect(decisionsOf([batch('reviewing', 79)], [], now)[0]?.title).toContain('79 行');
});

test('what another part put onto the list stands in its lane, with who, until when and one button', () => {
  const task = {
    ...{ taskId: 't-1', kind: 'growth' as const, lane: 'do' as const, title: '读完新人手册', line: '陈一诺 布置' },
    ...{ button: '去读', page: '/pages/home/home', dueAt: '2026-11-22T10:00:00.000Z' },
  };
  const tasks = [task, { ...task, taskId: 't-2', lane: 'enjoy' as const, line: null, dueAt: null }];
  expect(tasksIn('do', tasks, now)).toEqual([
    expect.objectContaining({ _id: 't-1', meta: '陈一诺 布置 · 今天 18:00 前', verb: '去读', url: '/pages/home/home' }),
  ]);
  expect(tasksIn('enjoy', tasks, now)).toMatchObject([{ _id: 't-2', meta: '' }]);
});

test('there are never more than five', () => {
  const many = [10, 11, 12, 13, 14, 15, 16].map(reserved);
  expect(decisionsOf([batch('reviewing')], many, now)).toHaveLength(5);
});

test('the first page is about today only for those who work here today', () => {
  expect(sceneOf({ roles: ['visitor', 'employee', 'leaving'] })).toBe('employee');
  expect(sceneOf({ roles: ['visitor', 'newHire'] })).toBe('newHire');
  expect(sceneOf({ roles: ['visitor', 'alumnus'] })).toBe('alumnus');
  expect(sceneOf({ roles: ['visitor'] })).toBe('visitor');
});
