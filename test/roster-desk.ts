import type { RosterOutcome } from '../shared/people/roster';
import type { Personnel } from './personnel';

const headings = '工号,姓名,部门,岗位,手机号,入职日期,离职日期,离职原因,直属上级,状态,婚姻状况';
export const king = 'R1,王一,研发部,经理,138 0000 0001,2019/3/1,,,,在职,已婚';
export const lee = 'R2,李二,研发部,工程师,13800000002,2020-03-01,,,王一,试用期,未婚';

/** A file with the usual headings and these lines. */
export const roster = (...lines: string[]) => [headings, ...lines].join('\n');

/** The counts of a batch in which everything else is zero. */
export const count = (counts: Partial<Record<RosterOutcome, number>>) => ({
  ...{ new: 0, changed: 0, unchanged: 0, waiting: 0, rejected: 0, leftOut: 0 },
  ...counts,
});

/** What somebody who imports rosters looks at; the office is another one for each test. */
export function rosterDesk(office: () => Personnel) {
  return {
    rowsOf: async (batchId: string, outcome: RosterOutcome, openId = 'o-hr') =>
      (await office().tell(openId, 'listRosterRows', { batchId, outcome, limit: 50 })).items,
    employmentOf: (number: string, stint = 1) =>
      office()
        .employments()
        .find((one) => one.employeeNumber === number && one.stint === stint),
    /** Imports a file in which nothing waits. */
    brought: async (content: string, openId = 'o-hr') =>
      office().apply((await office().preview(content, openId))._id, openId),
  };
}
