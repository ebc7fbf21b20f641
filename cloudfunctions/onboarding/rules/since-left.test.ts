import type { StoredActivity, StoredRun } from '../documents';
import { besideTemplate, daysOfComing, newActivities, timeAway } from './since-left';

const asked = (key: string, title: string, courseId: string | null = null) =>
  ({ key, title, courseId }) as StoredActivity;
const run = (more: Partial<StoredRun>) =>
  ({ templateId: 't-1', state: 'inProcess', startsOn: '2026-12-01', activities: [], ...more }) as StoredRun;
const leftOn = '2026-05-15';
const away = { leftOn, fromDepartment: '市场部', fromPosition: '', skipped: [] };

it('what was due in an earlier stint does not belong to the coming; the last day of the month does', () => {
  expect(daysOfComing(run({ sinceLeft: away }))).toEqual({ from: '2026-05-16', to: '2026-12-31' });
  expect(daysOfComing(run({ sinceLeft: null }))).toEqual({ from: '2000-01-01', to: '2026-12-31' });
});

it('somebody is away from the midnight after the last day, in Shanghai, until now or the new first day', () => {
  const from = '2026-05-15T16:00:00.000Z';
  const timeOn = (now: string) => timeAway(run({}), leftOn, new Date(now));
  expect(timeOn('2026-11-22T04:00:00.000Z')).toEqual({ from, to: '2026-11-22T04:00:00.000Z' });
  expect(timeOn('2026-12-24T04:00:00.000Z')).toEqual({ from, to: '2026-11-30T16:00:00.000Z' });
});

it('a course that an activity asks for is not told a second time', () => {
  const course = (courseId: string) => ({
    ...{ courseId, title: courseId, state: 'assigned' as const, progressPercent: 0, dueOn: '2026-12-31' },
  });
  const mine = run({ activities: [asked('learn', '学完', 'c-1')] });
  expect(besideTemplate([course('c-1'), course('c-2')], mine)).toEqual([course('c-2')]);
});

describe('an activity is new', () => {
  const earlier = run({ activities: [asked('a', '交材料'), asked('b', '领电脑')] });

  it('when neither its name nor its key was in the run before', () => {
    const now = run({ activities: [asked('a', '交材料（新）'), asked('z', '领电脑'), asked('c', '去温室')] });
    expect(newActivities(now, earlier)).toEqual(['去温室']);
  });

  it('by its name alone where another template was used: its keys mean other things', () => {
    const now = run({ templateId: 't-2', activities: [asked('a', '见导师'), asked('x', '领电脑')] });
    expect(newActivities(now, earlier)).toEqual(['见导师']);
  });

  it('as far as anybody can say: without an earlier run, or with one by which nobody came, nobody can', () => {
    expect(newActivities(run({}), null)).toBeNull();
    expect(newActivities(run({}), { ...earlier, state: 'cancelled' })).toBeNull();
  });
});
