import { join } from 'node:path';
import {
  type EmploymentDocument,
  employmentDocument,
  leaseFree,
  type RosterBatchDocument,
  type RosterRowDocument,
  rowIdOf,
} from '../../cloudfunctions/people/documents';
import { entriesAfter } from '../../cloudfunctions/points/books/ledger-chain';
import { redemptionIdOf } from '../../cloudfunctions/points/books/redemption-id';
import { openAccount } from '../../cloudfunctions/points/rules/account';
import { checkInMovement } from '../../cloudfunctions/points/rules/check-in';
import { shelved } from '../../cloudfunctions/points/rules/gift';
import { askedPlainly, redemptionMovement } from '../../cloudfunctions/points/rules/redeem-gift';
import { noticeIdOf } from '../../cloudfunctions/today/entry-id';
import { newNotice } from '../../cloudfunctions/today/rules/entry';
import { seedAt } from '../../seeds/seeds-in';
import { addDays, dayOf } from '../../shared/kernel/day';
import { rosterLimits } from '../../shared/people/roster';
import type { Seed } from '../../simulator/cloud/seed';
import { bulkCommunity } from './bulk-community';
import { employees } from './race-people';

const pictures = join(__dirname, '../../seeds/pictures');
const at = '2026-01-01T02:00:00.000Z';
const personId = 'race-1';

/** The WeChat of the person to whom all bulk entries and redemptions belong, and the batch of all bulk rows. */
export const bulkPhone = 'phone-1';
export const bulkBatch = 'bulk-batch-0';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const padded = (number: number) => String(number).padStart(6, '0');

const employment = (number: number): EmploymentDocument =>
  employmentDocument({
    _id: `bulk-e-${padded(number)}`,
    personId: `bulk-p-${padded(number)}`,
    personName: `测量${padded(number)}`,
    employeeNumber: `B-${padded(number)}`,
    stint: 1,
    branchId: 'head-office',
    departmentId: 'bulk-department',
    departmentName: '测量',
    position: '测量',
    status: 'active',
    dateOfJoining: '2020-01-01',
    relievingDate: null,
    exitReason: null,
    managerName: null,
    managerEmploymentId: null,
    version: 1,
    createdAt: at,
  });

const gift = (number: number) =>
  shelved({
    _id: `bulk-gift-${padded(number)}`,
    name: '测量',
    description: '',
    costPoints: 1 + (number % 1000),
    stock: 10,
    supplied: 10,
    perPersonLimit: null,
    pictureFileId: null,
    onSale: true,
    createdAt: at,
  });

function redemption(number: number) {
  const requestId = `bulk-request-${padded(number)}`;
  const redemptionId = redemptionIdOf(personId, requestId);
  const who = { personId, personName: '测量', branchId: 'head-office' };
  const asked = { ...who, giftId: 'bulk-gift-000000', requestId, redemptionId, at, ...askedPlainly };
  const request = { ...asked, spending: { today: dayOf(at), spendBy: null } };
  return redemptionMovement(request, gift(0), requestId, {}).redemption;
}

const ledger = (count: number) =>
  entriesAfter(
    personId,
    openAccount(personId).settled,
    numbers(count).map((number) => checkInMovement(personId, addDays('1900-01-01', number), at)),
  );

const batch = (number: number): RosterBatchDocument => ({
  _id: `bulk-batch-${number}`,
  sort: `${at}.bulk-batch-${padded(number)}`,
  fileName: '测量.csv',
  branchId: null,
  stage: 'reviewing',
  fileProblem: null,
  uploadPath: `roster/bulk-batch-${number}/source.csv`,
  fileId: null,
  columns: [],
  totalRows: 0,
  doneRows: 0,
  phase: null,
  counts: { new: 0, changed: 0, unchanged: 0, waiting: 0, rejected: 0, leftOut: 0 },
  open: [],
  summary: null,
  openedBy: '测量',
  openedAt: at,
  today: null,
  appliedAt: null,
  undoUntil: null,
  purgeAt: '2100-01-01T00:00:00.000Z',
  requests: {},
  leaseHolder: null,
  leaseUntil: leaseFree,
  movingSince: null,
});

function row(number: number): RosterRowDocument {
  const batchId = `bulk-batch-${Math.floor(number / rosterLimits.rows)}`;
  const rowNumber = (number % rosterLimits.rows) + 1;
  return {
    _id: rowIdOf(batchId, rowNumber),
    batchId,
    rowNumber,
    lineNumber: rowNumber + 1,
    outcome: 'new',
    openKinds: [],
    settledStatus: 'active',
    reading: { employeeNumber: `B-${padded(number)}`, name: '测量', departmentName: '测量', status: 'active' },
    says: ['employeeNumber', 'name', 'departmentName', 'status'],
    repairs: [],
    questions: [],
    twinRow: null,
    supersededBy: null,
    rejections: [],
    changes: [],
    record: null,
    personId: `bulk-p-${padded(number)}`,
    employmentId: `bulk-e-${padded(number)}`,
    stint: 1,
    branchId: 'head-office',
  };
}

function notice(number: number) {
  const factId = `bulk-fact-${padded(number)}`;
  const told = { kind: 'news', title: '测量', line: '测量', page: '/pages/home/home', happenedAt: at, at } as const;
  return newNotice({ ...told, _id: noticeIdOf(personId, factId), personId, factId }, null);
}

/** The seeded company, and beside it so many documents in every collection that grows. */
export function bulkSeed(size: number): Seed {
  const { identities, collections, files } = seedAt(new Date());
  const all = numbers(size);
  const community = bulkCommunity(size, personId);
  const whole = {
    ...collections,
    posts: [...collections.posts, ...community.posts],
    comments: [...collections.comments, ...community.comments],
    saves: [...collections.saves, ...community.saves],
    identities: [...collections.identities, ...employees(1)],
    employments: [...collections.employments, ...all.map(employment)],
    gifts: [...collections.gifts, ...all.map(gift)],
    redemptions: [...collections.redemptions, ...all.map(redemption)],
    pointLedgerEntries: [...collections.pointLedgerEntries, ...ledger(size)],
    pointAccounts: [...collections.pointAccounts, ...all.map((number) => openAccount(`bulk-p-${padded(number)}`))],
    todayEntries: [...collections.todayEntries, ...all.map(notice)],
    rosterBatches: all.map(batch),
    rosterRows: all.map(row),
  };
  return {
    identities,
    // As a seed file would hold them; one by one, since all of them are longer than a text can be.
    collections: Object.fromEntries(
      Object.entries(whole).map(([name, documents]) => [name, JSON.parse(JSON.stringify(documents))]),
    ),
    files: files.map(({ cloudPath, source }) => ({ cloudPath, source: join(pictures, source) })),
  };
}
