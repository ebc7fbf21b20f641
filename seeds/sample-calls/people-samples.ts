import type { InputOf, OutputOf } from '../../shared/kernel/contract';
import { addDays, dayOf } from '../../shared/kernel/day';
import type { PeopleContract } from '../../shared/people/contract';
import { chengdu } from '../company';
import { companyProfile } from '../company-profile';
import {
  type Ask,
  always,
  employmentOf,
  hr,
  linXiao,
  personOf,
  requestId,
  type SampleCall,
  type SampleCalls,
  weChatOf,
} from './sample-call';

/** Two new people, a changed one, and one whose last day contradicts the status. */
const rosterFile = Buffer.from(
  [
    '工号,姓名,部门,岗位,手机号,入职日期,离职日期,状态,直属上级',
    'YS-0062,高远,研发部,后端工程师,13900010062,2026-11-02,,在职,顾怀远',
    'YS-0063,沈若曦,市场部,活动策划,13900010063,2026-11-09,,试用,',
    'YS-0036,陈一诺,市场部,品牌主管,13588210036,,,在职,',
    'YS-0064,段飞,客户成功部,客户顾问,13900010064,2025-03-03,2026-10-31,在职,李蓉',
  ].join('\n'),
);

/** A moment after everything that the seeds say. */
const word = () => ({ at: new Date().toISOString(), requestId: requestId() });

type Batch = OutputOf<PeopleContract['openRosterBatch']>;
type BatchCall = 'advanceRosterBatch' | 'applyRosterBatch' | 'readRosterColumns' | 'matchRosterColumns';

async function openedBatch(ask: Ask): Promise<Batch> {
  const input = { fileName: '花名册.csv', requestId: requestId() };
  return ask.call<PeopleContract['openRosterBatch']>(hr, 'people', 'openRosterBatch', input);
}

async function uploaded(ask: Ask): Promise<{ batch: Batch; fileId: string }> {
  const batch = await openedBatch(ask);
  return { batch, fileId: await ask.upload(hr, batch.uploadPath, rosterFile) };
}

const step = (ask: Ask, call: BatchCall, input: object) =>
  ask.call<PeopleContract['advanceRosterBatch']>(hr, 'people', call, {
    requestId: requestId(),
    ...input,
  } as InputOf<PeopleContract['advanceRosterBatch']>);

async function mappedBatch(ask: Ask): Promise<Batch> {
  const { batch, fileId } = await uploaded(ask);
  return step(ask, 'readRosterColumns', { batchId: batch._id, fileId });
}

const choices = (batch: Batch) => batch.columns.map(({ index, field }) => ({ index, field }));

async function readingBatch(ask: Ask): Promise<Batch> {
  const batch = await mappedBatch(ask);
  return step(ask, 'matchRosterColumns', { batchId: batch._id, columns: choices(batch) });
}

/** Advances until the batch is no longer in a stage that moves by itself. */
async function settled(ask: Ask, batch: Batch): Promise<Batch> {
  let now = batch;
  while (['reading', 'applying', 'undoing'].includes(now.stage)) {
    now = await step(ask, 'advanceRosterBatch', { batchId: now._id });
  }
  return now;
}

const reviewedBatch = async (ask: Ask) => settled(ask, await readingBatch(ask));

async function decidedBatch(ask: Ask): Promise<Batch> {
  let batch = await reviewedBatch(ask);
  for (const { kind } of batch.open) {
    const input = { batchId: batch._id, kind, decision: 'second', rowNumber: null, requestId: requestId() } as const;
    batch = await ask.call<PeopleContract['decideRosterRows']>(hr, 'people', 'decideRosterRows', input);
  }
  return batch;
}

async function appliedBatch(ask: Ask): Promise<Batch> {
  const batch = await decidedBatch(ask);
  return settled(ask, await step(ask, 'applyRosterBatch', { batchId: batch._id }));
}

const onBatch = (batchOf: (ask: Ask) => Promise<Batch>, more: object = {}): SampleCall => ({
  as: hr,
  input: async (ask) => ({ batchId: (await batchOf(ask))._id, requestId: requestId(), ...more }),
});

async function issuedCode(ask: Ask, name: string): Promise<OutputOf<PeopleContract['issueJoiningCode']>> {
  const input = { employmentId: employmentOf(name), requestId: requestId() };
  return ask.call<PeopleContract['issueJoiningCode']>(hr, 'people', 'issueJoiningCode', input);
}

export const peopleSamples: SampleCalls['people'] = {
  readMe: always(linXiao, () => ({})),
  readMyRecord: always(linXiao, () => ({})),
  leaveApp: always(weChatOf('孙倩'), () => ({ requestId: requestId() })),
  issueJoiningCode: always(hr, () => ({ employmentId: employmentOf('许知夏'), requestId: requestId() })),
  joinWithCode: {
    as: 'sample-stranger',
    input: async (ask) => {
      const { employeeNumber, code } = await issuedCode(ask, '许知夏');
      return { employeeNumber, code, requestId: requestId() };
    },
  },
  joinWithQr: {
    as: 'sample-other-stranger',
    input: async (ask) => ({ token: (await issuedCode(ask, '罗启航')).token, requestId: requestId() }),
  },
  unbindPerson: always(hr, () => ({ personId: personOf('王磊'), requestId: requestId() })),
  findColleagues: always(linXiao, () => ({ search: '陈' })),
  readColleague: always(linXiao, () => ({ personId: personOf('陈一诺') })),
  readColleagues: always('system', () => ({ personIds: [personOf('林晓')] })),
  listColleagues: always('system', () => ({})),
  listReports: always('system', () => ({ managerEmploymentId: employmentOf('顾怀远') })),
  readEmploymentFacts: always('system', () => ({ employmentIds: [employmentOf('王磊')] })),
  listLeavers: always('system', () => ({ status: 'alumni' })),
  readCompanyName: always('system', () => ({})),
  readBranchNames: always('system', () => ({})),
  listStints: always('system', () => ({ personId: personOf('王磊') })),
  readRetirementDays: always('system', () => ({ employmentId: employmentOf('王磊') })),
  countHeadcount: always('system', () => ({ since: '2026-01-01' })),
  setNotice: always('system', () => ({ employmentId: employmentOf('林晓'), relievingDate: '2027-03-31', ...word() })),
  cancelNotice: always('system', () => ({ employmentId: employmentOf('王磊'), ...word() })),
  endEmployment: always('system', () => ({
    employmentId: employmentOf('唐思远'),
    relievingDate: dayOf(new Date()),
    ...word(),
  })),
  keepInTouch: always('system', () => ({
    employmentId: employmentOf('孙倩'),
    isWanted: false,
    requestId: requestId(),
  })),
  readRoleHolders: always('system', () => ({ role: 'it', branchId: 'head-office' })),
  readCompany: always('sample-guest', () => ({})),
  changeCompany: always(hr, () => {
    const { _id: _company, requestId: _seeded, version, ...written } = companyProfile;
    return { ...written, headcount: 62, seenVersion: version, requestId: requestId() };
  }),
  addNewHire: always(hr, () => ({
    ...{ name: '江一帆', employeeNumber: 'YS-8001', departmentName: '研发部', position: '后端工程师' },
    ...{ branchId: 'head-office', dateOfJoining: addDays(dayOf(new Date()), 14), managerPersonId: personOf('顾怀远') },
    ...{ phone: '13900018001', isReturn: false, requestId: requestId() },
  })),
  moveFirstDay: always(hr, () => ({
    ...{ employmentId: employmentOf('何雨桐'), dateOfJoining: addDays(dayOf(new Date()), 20), requestId: requestId() },
  })),
  listBranches: always(linXiao, () => ({})),
  addBranch: always(hr, () => ({ name: '深圳分公司', requestId: requestId() })),
  renameBranch: always(hr, () => ({
    ...{ branchId: chengdu, seenName: '成都分公司', name: '西南分公司', requestId: requestId() },
  })),
  moveToBranch: always(hr, () => ({ personId: personOf('陈一诺'), branchId: chengdu, requestId: requestId() })),
  listDepartments: always(hr, () => ({})),
  listEmployments: always(hr, () => ({})),
  readPerson: always(hr, () => ({ personId: personOf('林晓') })),
  grantRole: always(hr, () => ({
    personId: personOf('林晓'),
    role: 'finance',
    branchId: null,
    requestId: requestId(),
  })),
  revokeRole: always(hr, () => ({ personId: personOf('马会敏'), role: 'finance', requestId: requestId() })),
  openRosterBatch: always(hr, () => ({ fileName: '花名册.csv', requestId: requestId() })),
  readRosterColumns: {
    as: hr,
    input: async (ask) => {
      const { batch, fileId } = await uploaded(ask);
      return { batchId: batch._id, fileId, requestId: requestId() };
    },
  },
  matchRosterColumns: {
    as: hr,
    input: async (ask) => {
      const batch = await mappedBatch(ask);
      return { batchId: batch._id, columns: choices(batch), requestId: requestId() };
    },
  },
  advanceRosterBatch: onBatch(readingBatch),
  decideRosterRows: {
    as: hr,
    input: async (ask) => {
      const batch = await reviewedBatch(ask);
      const kind = batch.open[0]?.kind;
      return { batchId: batch._id, kind, decision: 'first', rowNumber: null, requestId: requestId() };
    },
  },
  applyRosterBatch: onBatch(decidedBatch),
  undoRosterBatch: onBatch(appliedBatch),
  cancelRosterBatch: onBatch(reviewedBatch),
  readRosterBatch: { as: hr, input: async (ask) => ({ batchId: (await reviewedBatch(ask))._id }) },
  listRosterBatches: always(hr, () => ({})),
  listRosterRows: { as: hr, input: async (ask) => ({ batchId: (await reviewedBatch(ask))._id, outcome: 'new' }) },
};
