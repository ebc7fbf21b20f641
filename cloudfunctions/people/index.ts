import { people } from '../../shared/people/contract';
import { serve } from '../platform/serve';
import { addBranch } from './handlers/add-branch';
import { addNewHire } from './handlers/add-new-hire';
import { advanceRosterBatch } from './handlers/advance-roster-batch';
import { applyRosterBatch } from './handlers/apply-roster-batch';
import { cancelNotice } from './handlers/cancel-notice';
import { cancelRosterBatch } from './handlers/cancel-roster-batch';
import { changeCompany } from './handlers/change-company';
import { countHeadcount } from './handlers/count-headcount';
import { decideRosterRows } from './handlers/decide-roster-rows';
import { endEmployment } from './handlers/end-employment';
import { findColleagues } from './handlers/find-colleagues';
import { grantRole } from './handlers/grant-role';
import { issueJoiningCode } from './handlers/issue-joining-code';
import { joinWithCode } from './handlers/join-with-code';
import { joinWithQr } from './handlers/join-with-qr';
import { keepInTouch } from './handlers/keep-in-touch';
import { leaveApp } from './handlers/leave-app';
import { listBranches } from './handlers/list-branches';
import { listColleagues } from './handlers/list-colleagues';
import { listDepartments } from './handlers/list-departments';
import { listEmployments } from './handlers/list-employments';
import { listLeavers } from './handlers/list-leavers';
import { listReports } from './handlers/list-reports';
import { listRosterBatches } from './handlers/list-roster-batches';
import { listRosterRows } from './handlers/list-roster-rows';
import { listStints } from './handlers/list-stints';
import { matchRosterColumns } from './handlers/match-roster-columns';
import { moveFirstDay } from './handlers/move-first-day';
import { moveToBranch } from './handlers/move-to-branch';
import { openRosterBatch } from './handlers/open-roster-batch';
import { readBranchNames } from './handlers/read-branch-names';
import { readColleague } from './handlers/read-colleague';
import { readColleagues } from './handlers/read-colleagues';
import { readCompany } from './handlers/read-company';
import { readCompanyName } from './handlers/read-company-name';
import { readEmploymentFacts } from './handlers/read-employment-facts';
import { readMe } from './handlers/read-me';
import { readMyRecord } from './handlers/read-my-record';
import { readPerson } from './handlers/read-person';
import { readRetirementDays } from './handlers/read-retirement-days';
import { readRoleHolders } from './handlers/read-role-holders';
import { readRosterBatch } from './handlers/read-roster-batch';
import { readRosterColumns } from './handlers/read-roster-columns';
import { renameBranch } from './handlers/rename-branch';
import { revokeRole } from './handlers/revoke-role';
import { setNotice } from './handlers/set-notice';
import { unbindPerson } from './handlers/unbind-person';
import { undoRosterBatch } from './handlers/undo-roster-batch';
import { minute } from './jobs/minute';

const handlers = {
  addBranch,
  addNewHire,
  advanceRosterBatch,
  applyRosterBatch,
  cancelNotice,
  cancelRosterBatch,
  changeCompany,
  countHeadcount,
  decideRosterRows,
  endEmployment,
  findColleagues,
  grantRole,
  issueJoiningCode,
  joinWithCode,
  joinWithQr,
  keepInTouch,
  leaveApp,
  listBranches,
  listColleagues,
  listDepartments,
  listEmployments,
  listLeavers,
  listReports,
  listRosterBatches,
  listRosterRows,
  listStints,
  matchRosterColumns,
  moveFirstDay,
  moveToBranch,
  openRosterBatch,
  readBranchNames,
  readColleague,
  readColleagues,
  readCompany,
  readCompanyName,
  readEmploymentFacts,
  readMe,
  readMyRecord,
  readPerson,
  readRetirementDays,
  readRoleHolders,
  readRosterBatch,
  readRosterColumns,
  renameBranch,
  revokeRole,
  setNotice,
  unbindPerson,
  undoRosterBatch,
};

export const main = serve('people', people, handlers, { minute });
