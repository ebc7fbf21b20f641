import type { StoredCourse } from '../documents';
import { passedUntil, renewedAmong, requiredBetween } from './required';

type Learnt = Parameters<typeof requiredBetween>[0][number];
const learnt = (courseId: string, more: Partial<Learnt> = {}): Learnt => ({
  ...{ courseId, title: courseId, state: 'assigned', progressPercent: 0, dueOn: null, version: null, passedAt: null },
  ...more,
});
const courseIds = (found: { courseId: string }[]) => found.map(({ courseId }) => courseId);

it('is required from the first day to the last, the soonest first; without a day it is not', () => {
  const mine = [
    learnt('late', { dueOn: '2027-01-01' }),
    learnt('last', { dueOn: '2026-12-31' }),
    learnt('first', { dueOn: '2026-05-16' }),
    learnt('early', { dueOn: '2026-05-15' }),
    learnt('open'),
  ];
  expect(courseIds(requiredBetween(mine, '2026-05-16', '2026-12-31'))).toEqual(['first', 'last']);
});

it('was passed by a day in Shanghai on a version that is known', () => {
  const passed = (courseId: string, passedAt: string, version: number | null = 1) =>
    learnt(courseId, { passedAt, version, state: 'passed' });
  const mine = [
    passed('long-ago', '2025-01-01T00:00:00.000Z'),
    passed('last-minute', '2026-05-15T15:59:59.000Z'),
    passed('after', '2026-05-15T16:00:00.000Z'),
    passed('in-a-session', '2026-05-01T00:00:00.000Z', null),
    learnt('never', { version: 1 }),
  ];
  expect(courseIds(passedUntil(mine, '2026-05-15'))).toEqual(['last-minute', 'long-ago']);
});

it('is renewed when a higher number is published, under its name of today', () => {
  const passed = ['same', 'renewed', 'retired'].map((courseId) => ({ courseId, version: 3, passedAt: '2026-05-01' }));
  const offered = (_id: string, version: number) =>
    ({ _id, published: { title: `${_id} today`, version } }) as Pick<StoredCourse, '_id' | 'published'>;
  expect(renewedAmong(passed, [offered('same', 3), offered('renewed', 4)])).toEqual([
    { courseId: 'renewed', title: 'renewed today', passedAt: '2026-05-01' },
  ]);
});
