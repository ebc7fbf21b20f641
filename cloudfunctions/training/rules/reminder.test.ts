import { hearerOf, reminderOn } from './reminder';

const dueOn = '2026-11-29';
const all = { buddyId: 'buddy', managerId: 'manager', askedId: null };
const at = (offset: number, helpers: Partial<Record<keyof typeof all, string | null>>, remindOn = '') =>
  hearerOf(offset, { dueOn, remindOn: remindOn || (offset < 3 ? '2026-11-30' : '2026-12-02') }, { ...all, ...helpers });

it('says nothing before a week before, and late what was last', () => {
  expect(reminderOn(dueOn, '2026-11-21')).toBeNull();
  expect(reminderOn(dueOn, '2026-11-22')).toBe(-7);
  expect(reminderOn(dueOn, '2026-11-29')).toBe(-1);
  expect(reminderOn(dueOn, '2026-12-09')).toBe(3);
});

describe('who hears that a day is over', () => {
  it('before it the learner, then the buddy, on the third day the manager', () => {
    expect(at(-1, {})).toBe('learner');
    expect(at(1, {})).toEqual({ personId: 'buddy' });
    expect(at(3, { askedId: 'buddy' })).toEqual({ personId: 'manager' });
  });
  it('at once the manager without a buddy, the learner without anybody, and nobody twice', () => {
    expect(at(1, { buddyId: null })).toEqual({ personId: 'manager' });
    expect(at(3, { buddyId: null, askedId: 'manager' })).toBeNull();
    expect(at(1, { buddyId: null, managerId: null })).toBe('learner');
    expect(at(3, { buddyId: null, managerId: null })).toBeNull();
    expect(at(3, { buddyId: 'manager', askedId: 'manager' })).toBeNull();
  });
  it('somebody, when the timer slept over the first day', () => {
    expect(at(3, {}, '2026-11-30')).toEqual({ personId: 'manager' });
    expect(at(3, { managerId: null }, '2026-11-30')).toEqual({ personId: 'buddy' });
    expect(at(3, { buddyId: null, managerId: null }, '2026-11-28')).toBe('learner');
  });
});
