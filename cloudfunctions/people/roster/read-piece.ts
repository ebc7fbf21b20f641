import { headOffice } from '../../../shared/people/model';
import type { RosterQuestion } from '../../../shared/people/roster';
import { refuse } from '../../../shared/refusal';
import { by, type Change, is } from '../../platform/db';
import { readFile } from '../../platform/files';
import type { Table } from '../../platform/table/read-table';
import { employmentIdOf, personIdOf, type RosterBatchDocument, type RosterRowDocument, rowIdOf } from '../documents';
import { type CleanedRow, cleanRow } from '../rules/roster/clean-row';
import { findQuestions } from '../rules/roster/find-questions';
import { type KnownRecord, readRow } from '../rules/roster/read-row';
import { readingOf } from '../rules/roster/record-fields';
import { type RosterFacts, rosterFacts } from '../rules/roster/roster-facts';
import { addToSummary, emptySummary } from '../rules/roster/summary';
import { store } from '../store';
import { chunksOf } from './chunks';
import { contradictionId, rememberedDecisions } from './decision-memory';
import { type KnownPeople, knownPeople, type ManagerCandidate, peopleNamed, phoneOf } from './known-people';
import { recount } from './recount';
import { sealForRow, weighStoredRow } from './row-weighing';
import { settleTwins } from './settle-twins';

/** Rows a piece: with its look-ups far below the function's minute. */
const rowsPerReading = 1000;
/** Rows a request: an insert stays below half a megabyte. */
const rowsPerInsert = 200;

interface Piece {
  batch: RosterBatchDocument;
  today: string;
  table: Table;
  facts: RosterFacts;
  people: KnownPeople;
  managers: ReadonlyMap<string, ManagerCandidate[]>;
}

/** The uploaded file as a table. */
export async function readUploaded(fileId: string): Promise<Table> {
  const file = await readFile(fileId);
  if (file === null) return refuse('roster_file_not_found');
  // Loaded at the first file: parsers of CSV and XLSX must not slow down the cold start of every other call.
  const { readRoster } = await import('./read-roster');
  return readRoster(file);
}

function knownRecord(people: KnownPeople, employeeNumber: string | null | undefined): KnownRecord | null {
  const known = employeeNumber ? people.get(employeeNumber) : undefined;
  if (!known) return null;
  const { employment, person } = known;
  const reading = readingOf(employment, person, phoneOf(person));
  return { branchId: employment.branchId, stint: employment.stint, reading };
}

function questionsOf(piece: Piece, row: CleanedRow, reading: RosterRowDocument['reading'], twinRow: number | null) {
  const { facts, today, people, managers, batch, table } = piece;
  const { employeeNumber, name, departmentName, status } = reading;
  if (!employeeNumber || !name || !departmentName || !status) return [];
  const reach = batch.branchId === null ? ('everywhere' as const) : [batch.branchId];
  const twin = twinRow === null ? null : cleanRow(table.rows[twinRow - 1] ?? [], facts.contexts).saying;
  const twinReading = twin && readRow(twin, knownRecord(people, employeeNumber), reach, today).reading;
  const managerName = row.saying.managerName ?? '';
  const found = findQuestions(
    row.saying,
    { ...emptyReading, ...reading, employeeNumber, name, departmentName, status },
    {
      today,
      columns: new Set([...facts.contexts.values()].map(({ field }) => field)),
      reasonsAreKept: facts.reasonsAreKept,
      managerCandidates: [...(managers.get(managerName) ?? []), ...(facts.peopleByName.get(managerName) ?? [])],
      peopleByRoughName: facts.peopleByRoughName,
      twin: twinReading,
    },
  );
  return found.map((question): RosterQuestion => ({ ...question, decision: null }));
}

const emptyReading = {
  position: null,
  phone: null,
  birthOn: null,
  dateOfJoining: null,
  relievingDate: null,
  exitReason: null,
  managerName: null,
};

/** A cell that cannot be used is not missing as well. */
const isNewTo =
  ({ rejections }: CleanedRow) =>
  ({ field }: CleanedRow['rejections'][number]) =>
    !rejections.some((other) => other.field === field);

/** One row of the file as a document, before earlier decisions are looked up. */
function rowDocument(piece: Piece, cleaned: CleanedRow, rowNumber: number): RosterRowDocument {
  const { batch, facts, people, today } = piece;
  const { saying } = cleaned;
  const employeeNumber = saying.employeeNumber ?? undefined;
  const known = employeeNumber === undefined ? undefined : people.get(employeeNumber);
  const reach = batch.branchId === null ? ('everywhere' as const) : [batch.branchId];
  const read = readRow(saying, knownRecord(people, employeeNumber), reach, today);
  const first = employeeNumber === undefined ? undefined : facts.firstRowByNumber.get(employeeNumber);
  const twinRow = first !== undefined && first !== rowNumber ? first : null;
  const _id = rowIdOf(batch._id, rowNumber);
  const saidPhone = saying.phone ?? null;
  const number = employeeNumber ?? '';
  const rejections = [...cleaned.rejections, ...(number === '' ? [] : read.rejections.filter(isNewTo(cleaned)))];
  return {
    _id,
    batchId: batch._id,
    rowNumber,
    lineNumber: piece.table.lineNumbers[rowNumber - 1] ?? rowNumber,
    outcome: 'rejected',
    openKinds: [],
    settledStatus: null,
    reading: { ...read.reading, phone: saidPhone === null ? null : sealForRow(saidPhone, _id) },
    says: read.says,
    repairs: cleaned.repairs,
    questions: rejections.length > 0 ? [] : questionsOf(piece, cleaned, read.reading, twinRow),
    twinRow,
    supersededBy: null,
    rejections,
    changes: [],
    record: known && rejections.length === 0 ? snapshotOf(known, read.record === null) : null,
    personId: known?.person._id ?? personIdOf(number),
    employmentId: read.record !== null && known ? known.employment._id : employmentIdOf(number, read.stint),
    stint: read.stint,
    branchId: known?.employment.branchId ?? batch.branchId ?? headOffice,
  };
}

type Known = { employment: NonNullable<RosterRowDocument['record']>['employment']; person: Snapshot['person'] };
type Snapshot = NonNullable<RosterRowDocument['record']>;

function snapshotOf({ employment, person }: Known, isNewStint: boolean): Snapshot {
  const { _id, name, birthOn, phone, version, batchId } = person;
  return { employment: isNewStint ? null : employment, person: { _id, name, birthOn, phone, version, batchId } };
}

/** Answers what HR decided earlier about the same contradictions. */
async function withRememberedDecisions(rows: readonly RosterRowDocument[]): Promise<RosterRowDocument[]> {
  const idOf = (row: RosterRowDocument, question: RosterQuestion) =>
    contradictionId(row.reading.employeeNumber ?? '', question);
  const remembered = await rememberedDecisions(
    rows.flatMap((row) => row.questions.map((question) => idOf(row, question))),
  );
  return rows.map((row) => {
    const questions = row.questions.map((question) => ({
      ...question,
      decision: remembered.get(idOf(row, question)) ?? null,
    }));
    const { outcome, openKinds, changes, settledStatus } = weighStoredRow({ ...row, questions });
    return { ...row, questions, outcome, openKinds, changes, settledStatus };
  });
}

function countedOnTop(batch: RosterBatchDocument, rows: readonly RosterRowDocument[]) {
  const counts = { ...batch.counts };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** Reads the next rows of the file: cleans, compares, asks. Begins anew where an earlier attempt was cut off. */
export async function readPiece(batch: RosterBatchDocument): Promise<Change> {
  const { fileId, today, doneRows } = batch;
  if (fileId === null || today === null) return refuse('roster_file_not_found');
  const table = await readUploaded(fileId);
  const facts = rosterFacts(table, batch.columns, today);
  const cells = table.rows.slice(doneRows, doneRows + rowsPerReading);
  const cleaned = cells.map((row) => cleanRow(row, facts.contexts));
  const people = await knownPeople(cleaned.flatMap(({ saying }) => saying.employeeNumber ?? []));
  const managers = await peopleNamed(cleaned.flatMap(({ saying }) => saying.managerName ?? []));
  const piece: Piece = { batch, today, table, facts, people, managers };
  const rows = await withRememberedDecisions(
    cleaned.map((row, position) => rowDocument(piece, row, doneRows + position + 1)),
  );
  const end = doneRows + rows.length;
  await store.rosterRows.removeAll({ _id: is.between(rowIdOf(batch._id, doneRows + 1), rowIdOf(batch._id, end)) });
  for (const chunk of chunksOf(rows, rowsPerInsert)) await store.rosterRows.insertMany(chunk);
  const decidedTwins = rows.flatMap(({ twinRow, questions }) =>
    twinRow !== null && questions.some(({ kind, decision }) => kind === 'numberTwice' && decision !== null)
      ? [twinRow]
      : [],
  );
  await settleTwins(batch._id, decidedTwins);
  const summary = addToSummary(batch.summary ?? emptySummary(facts), rows);
  const progress = { doneRows: end, totalRows: table.rows.length, summary: by.exactly(summary) };
  if (end < table.rows.length) return { ...progress, counts: by.exactly(countedOnTop(batch, rows)) };
  return { ...progress, stage: 'reviewing', ...(await recount({ ...batch, summary })) };
}
