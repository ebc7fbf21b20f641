import { templateRows } from './acknowledge';
import { type Opening, openedLeaving, resignation } from './begin';
import { wantedTasks } from './tasks';
import { wantedTellings, wantedWords } from './words';

const today = '2026-11-23';
const leaver = {
  ...{ employmentId: 'e-1', personId: 'p-1', personName: '王磊', employeeNumber: 'YS-1', branchId: 'b-1' },
  ...{ departmentName: '研发部', position: '工程师', managerPersonId: 'p-2', dateOfJoining: '2020-01-01' },
};
const beginning = () => ({
  ...{ separationId: 's-1', requestId: 'request-0000000001', rows: templateRows(undefined, today) },
  ...{ today, at: '2026-11-23T02:00:00.000Z' },
});
const byEmployer = {
  ...{ kind: 'byEmployer', ground: 'agreed', lastDay: today, isUnionTold: false, isPaidInLieu: false },
  ...{ contractEndsOn: '2026-11-20', retirementWay: 'men', isAgeConfirmed: false, retirementDays: null },
};
const retirementDays = { men: '2026-12-31', womenOf55: '2023-06-30', womenOf50: '2021-06-30' };
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
    const ahead = { kind, ground: null, lastDay: '2026-12-31', retirementDays };
    expect(open(ahead)).toMatchObject({ kind, state: 'acknowledged' });
  }
  const death = { kind: 'death', ground: null } as const;
  expect(() => open({ ...death, lastDay: '2026-11-24' })).toThrow(refused('last_day_out_of_range'));
  expect(open({ ...death, lastDay: '2026-11-20' })).toMatchObject({ state: 'effective', interview: 'cancelled' });
});

it('a contract that ends says on which day it does, and nobody leaves before it', () => {
  const ending = { kind: 'contractEnd', ground: null, lastDay: '2026-12-31' } as const;
  expect(() => open({ ...ending, contractEndsOn: null })).toThrow(refused('contract_end_wanted'));
  expect(() => open({ ...ending, contractEndsOn: '2027-01-01' })).toThrow(refused('contract_end_wanted'));
  expect(open({ ...ending, contractEndsOn: '2026-12-31' })).toMatchObject({ contractEndsOn: '2026-12-31' });
});

it('nobody retires before the legal age of their way, unless HR has made sure that they may', () => {
  const retiring = { kind: 'retirement', ground: null, lastDay: '2026-12-30', retirementDays } as const;
  expect(() => open({ ...retiring, retirementWay: null })).toThrow(refused('retirement_way_wanted'));
  expect(() => open(retiring)).toThrow(refused('retirement_too_early'));
  expect(open({ ...retiring, lastDay: '2026-12-31' }).lastDay).toBe('2026-12-31');
  expect(open({ ...retiring, retirementWay: 'womenOf55' }).state).toBe('acknowledged');
  expect(open({ ...retiring, isAgeConfirmed: true }).state).toBe('acknowledged');
  expect(() => open({ ...retiring, retirementDays: null })).toThrow(refused('retirement_age_unknown'));
  expect(JSON.stringify(open({ ...retiring, isAgeConfirmed: true }))).not.toMatch(/retirementWay|womenOf|"men"/);
});

it('whoever has died is sent nothing: HR gives the family the papers by hand', () => {
  const after = open({ kind: 'death', ground: null, lastDay: '2026-11-20' });
  expect(after.rows.map(({ kind }) => kind)).not.toContain('certificate');
  expect(after.rows.map(({ title }) => title)).toContain('给家属的证明材料');
  const toThem = ({ audience }: { audience: object }) => JSON.stringify(audience).includes('p-1');
  expect([...wantedTasks(after), ...wantedTellings(after)].filter(toThem)).toEqual([]);
  expect(wantedWords(after).map(({ call }) => call)).not.toContain('issueLeavingCertificate');
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
