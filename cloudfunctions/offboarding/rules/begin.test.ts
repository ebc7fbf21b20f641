import { templateRows } from './acknowledge';
import { type Opening, openedLeaving, resignation } from './begin';

const today = '2026-11-23';
const leaver = {
  ...{ employmentId: 'e-1', personId: 'p-1', personName: '王磊', employeeNumber: 'YS-1', branchId: 'b-1' },
  ...{ departmentName: '研发部', position: '工程师', managerPersonId: 'p-2', dateOfJoining: '2020-01-01' },
};
const beginning = () => ({
  ...{ separationId: 's-1', requestId: 'request-0000000001', rows: templateRows(undefined, today) },
  ...{ today, at: '2026-11-23T02:00:00.000Z' },
});
const byEmployer = { kind: 'byEmployer', ground: 'agreed', lastDay: today, isUnionTold: false, isPaidInLieu: false };
const open = (more: Partial<Opening>) =>
  openedLeaving(leaver, { ...(byEmployer as Opening), ...more, words: '说明', by: '周岚' }, beginning());
const refused = (code: string) => expect.objectContaining({ code });

it('a company that ends it alone says on which ground, and tells the union before', () => {
  expect(() => open({ ground: null })).toThrow(refused('leaving_ground_wanted'));
  for (const ground of ['fault', 'noFault', 'layoff'] as const) {
    const lastDay = '2027-01-31';
    expect(() => open({ ground, lastDay })).toThrow(refused('union_not_told'));
    expect(open({ ground, lastDay, isUnionTold: true })).toMatchObject({ state: 'acknowledged', ground, lastDay });
  }
  expect(open({ ground: 'agreed' })).toMatchObject({ state: 'acknowledged', lastDay: today });
});

it('without fault there are thirty days, or a month’s pay instead; a layoff always takes thirty days', () => {
  const told = { isUnionTold: true, lastDay: '2026-12-22' };
  expect(() => open({ ...told, ground: 'noFault' })).toThrow(refused('last_day_out_of_range'));
  expect(open({ ...told, ground: 'noFault', lastDay: '2026-12-23' }).lastDay).toBe('2026-12-23');
  expect(open({ ...told, ground: 'noFault', lastDay: today, isPaidInLieu: true }).lastDay).toBe(today);
  expect(() => open({ ...told, ground: 'layoff', isPaidInLieu: true })).toThrow(refused('last_day_out_of_range'));
  expect(open({ ...told, ground: 'fault', lastDay: today }).lastDay).toBe(today);
});

it('the end of a contract and retirement lie ahead, a death does not', () => {
  for (const kind of ['contractEnd', 'retirement'] as const) {
    expect(() => open({ kind, ground: null, lastDay: '2026-11-22' })).toThrow(refused('last_day_out_of_range'));
    expect(open({ kind, ground: null, lastDay: '2026-12-31' })).toMatchObject({ kind, state: 'acknowledged' });
  }
  const death = { kind: 'death', ground: null } as const;
  expect(() => open({ ...death, lastDay: '2026-11-24' })).toThrow(refused('last_day_out_of_range'));
  expect(open({ ...death, lastDay: '2026-11-20' })).toMatchObject({ state: 'effective', interview: 'cancelled' });
});

it('a resignation takes thirty calendar days, in probation three, and no wish lies in the past', () => {
  const said = { wishedLastDay: null, reasonId: null, words: null, note: null };
  const resign = (more: Partial<Parameters<typeof resignation>[1]>) =>
    resignation(leaver, { status: 'active', ...said, ...more }, beginning());
  expect(resign({})).toMatchObject({ state: 'submitted', legalLastDay: '2026-12-23', openKey: 'e-1' });
  expect(resign({ status: 'probation' }).legalLastDay).toBe('2026-11-26');
  for (const wishedLastDay of ['2026-11-22', '2027-11-24']) {
    expect(() => resign({ wishedLastDay })).toThrow(refused('last_day_out_of_range'));
  }
});
