import { auditBooks, openIntents } from '../cloudfunctions/points/books/audit-books';
import { accountView } from '../cloudfunctions/points/rules/check-in';
import { tableOf } from '../cloudfunctions/points/rules/rule-table';
import { freshKeys } from '../scripts/keys';
import { dayOf } from '../shared/kernel/day';
import { roleNames } from '../shared/kernel/role';
import { rolesOn } from '../shared/people/identity';
import { withoutPersons } from '../shared/personal-data';
import { figures } from './company';
import { seedAt } from './seeds-in';

Object.assign(process.env, freshKeys());
const now = new Date('2026-11-21T02:00:00.000Z');
const seed = seedAt(now);
const { identities, employments, persons, pointAccounts, pointLedgerEntries, gifts, redemptions } = seed.collections;

describe('the seeded company', () => {
  it('has somebody in every role that a person can hold', () => {
    const held = new Set(identities.flatMap((identity) => rolesOn(dayOf(now), identity)));
    // 候选人 come with recruiting.
    expect(roleNames.filter((role) => role !== 'system' && role !== 'candidate' && !held.has(role))).toEqual([]);
  });

  it('knows everybody by one number and one name', () => {
    expect(new Set(figures.map(({ employeeNumber }) => employeeNumber)).size).toBe(figures.length);
    expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
    expect(persons).toHaveLength(figures.length);
    expect(employments).toHaveLength(figures.length);
  });

  it('keeps two people for the joining code', () => {
    expect(persons.filter(({ joinedAt }) => joinedAt === null).map(({ name }) => name)).toEqual(['许知夏', '罗启航']);
  });

  it('tells no phone in plain', () => {
    const text = JSON.stringify(seed);
    for (const { phone } of figures) expect(text).not.toContain(phone);
  });

  it('has a new hire who starts within a week, and somebody whose notice runs', () => {
    const days = employments.map(({ status, dateOfJoining, relievingDate }) => [status, dateOfJoining, relievingDate]);
    expect(days).toContainEqual(['preboarding', '2026-11-27', null]);
    expect(days).toContainEqual(['noticePeriod', expect.any(String), '2026-12-09']);
  });
});

describe('the seeded books', () => {
  it('balance, to the last point and the last piece', () => {
    expect(auditBooks(pointAccounts, pointLedgerEntries, gifts, redemptions)).toEqual([]);
    expect(openIntents(pointAccounts, gifts, redemptions)).toEqual({ pending: 0, reserved: 0, returning: 0 });
  });

  it('show a redemption in each state', () => {
    expect(new Set(redemptions.map(({ state }) => state))).toEqual(new Set(['reserved', 'fulfilled', 'cancelled']));
  });

  it('let 林晓 go on with a streak of twelve days', () => {
    const personId = persons.find(({ name }) => name === '林晓')?._id;
    const account = pointAccounts.find(({ _id }) => _id === personId);
    const seen = { today: dayOf(now), spendBy: null, table: tableOf([]), roles: ['employee'] as const };
    expect(account && accountView(account, seen)).toMatchObject({
      balance: 120,
      streakDays: 12,
      checkedInToday: false,
    });
  });
});

it('collections that are said to know nobody name nobody', () => {
  const impersonal = Object.entries(seed.collections).filter(([name]) => name in withoutPersons);
  const text = JSON.stringify(impersonal);
  for (const { name, employeeNumber } of figures) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(employeeNumber);
  }
});
