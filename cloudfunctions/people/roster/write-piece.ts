import { instant } from '../../../shared/kernel/day';
import type { RosterReading } from '../../../shared/people/roster';
import { is } from '../../platform/db';
import { seal } from '../../platform/sealed';
import {
  departmentDocument,
  departmentIdOf,
  type EmploymentDocument,
  employmentDocument,
  type PersonDocument,
  personDocument,
  type RosterBatchDocument,
  type RosterRowDocument,
  sortTexts,
} from '../documents';
import { takeGrants } from '../notices';
import {
  employmentFacts,
  newEmployment,
  newPerson,
  touchesEmployment,
  touchesPerson,
} from '../rules/roster/record-fields';
import { writtenState } from '../rules/roster/written-state';
import { store } from '../store';
import { askInChunks, chunksOf, fewAtATime } from './chunks';
import { rememberDecisions } from './decision-memory';
import { latestEmployments, personsById } from './known-people';
import { weighStoredRow } from './row-weighing';
import { reportChangedMeanwhile, rowsBetween } from './stored-rows';

/** Rows a piece of applying: a changed row costs up to two requests. */
const rowsPerWriting = 500;
const documentsPerInsert = 200;

interface RowToWrite {
  row: RosterRowDocument;
  reading: RosterReading;
}

interface Present {
  batchId: string;
  now: string;
  employments: ReadonlyMap<string, EmploymentDocument>;
  persons: ReadonlyMap<string, PersonDocument>;
}

/** What a row writes; null when it writes nothing. */
export function settledReading(row: RosterRowDocument): RosterReading | null {
  return row.outcome === 'new' || row.outcome === 'changed' ? weighStoredRow(row).settled : null;
}

const placeOf = ({ personId, employmentId, branchId, stint }: RosterRowDocument, reading: RosterReading) => ({
  ...{ personId, employmentId, branchId, stint },
  departmentId: departmentIdOf(reading.departmentName),
});

const sealFor = (personId: string, phone: string | null) =>
  phone === null ? null : seal(phone, { collection: 'persons', id: personId, field: 'phone' });

async function ensureDepartments(rows: readonly RowToWrite[], batchId: string): Promise<void> {
  const wanted = new Map(rows.map(({ reading }) => [departmentIdOf(reading.departmentName), reading.departmentName]));
  const known = await askInChunks(wanted.keys(), 500, (chunk) =>
    store.departments.list({ where: { _id: is.among(chunk) }, limit: 500 }),
  );
  for (const { _id } of known) wanted.delete(_id);
  const missing = [...wanted.values()].map((name) => departmentDocument(name, batchId));
  await insertAll(missing, store.departments.insertMany);
}

async function insertAll<Document>(
  documents: readonly Document[],
  insertMany: (chunk: readonly Document[]) => Promise<boolean>,
): Promise<void> {
  for (const chunk of chunksOf(documents, documentsPerInsert)) {
    // Somebody wrote one of these since we looked: the next attempt sees it and decides anew.
    if (!(await insertMany(chunk))) throw new Error('a document of this piece was written by somebody else just now');
  }
}

/** Whether a new row can be written: nobody else may hold its person or its stint. */
function newRowState({ row }: RowToWrite, { batchId, employments, persons }: Present): 'clear' | 'blocked' {
  const employment = employments.get(row.reading.employeeNumber ?? '');
  const isOurs = employment?._id === row.employmentId && employment.batchId === batchId;
  const isExpected = row.stint === 1 ? employment === undefined : employment?.stint === row.stint - 1;
  const person = persons.get(row.personId);
  const personFits = row.record === null ? !person || person.batchId === batchId : person !== undefined;
  const isSeenPerson =
    !row.record ||
    !touchesPerson(row.changes) ||
    writtenState(person, row.record.person, batchId) !== 'changedMeanwhile';
  return (isOurs || isExpected) && personFits && isSeenPerson ? 'clear' : 'blocked';
}

async function writeNew(rows: readonly RowToWrite[], present: Present): Promise<void> {
  const { batchId, now, employments, persons } = present;
  const people = rows
    .filter(({ row }) => row.record === null && !persons.has(row.personId))
    .map(({ row, reading }) =>
      personDocument(newPerson(row.personId, reading, sealFor(row.personId, reading.phone), now), batchId),
    );
  await insertAll(people, store.persons.insertMany);
  const unwritten = rows.filter(
    ({ row }) => employments.get(row.reading.employeeNumber ?? '')?._id !== row.employmentId,
  );
  // What somebody was allowed before does not come back with them; who has returned already may have been given rights.
  const returning = unwritten.filter(({ row }) => (persons.get(row.personId)?.grants ?? []).length > 0);
  await fewAtATime(returning, ({ row }) => takeGrants(row.personId));
  const stints = unwritten.map(({ row, reading }) =>
    employmentDocument(newEmployment(reading, placeOf(row, reading), now), batchId),
  );
  await insertAll(stints, store.employments.insertMany);
}

async function writePerson({ row, reading }: RowToWrite, { batchId }: Present): Promise<boolean> {
  if (!row.record) return true;
  const { _id, version } = row.record.person;
  const phone = row.says.includes('phone') ? sealFor(_id, reading.phone) : row.record.person.phone;
  const change = { name: reading.name, birthOn: reading.birthOn, phone, version: version + 1, batchId };
  return (await store.persons.changeOne({ _id, version }, change)) !== null;
}

async function writeEmployment({ row, reading }: RowToWrite, { batchId }: Present): Promise<boolean> {
  const seen = row.record?.employment;
  if (!seen) return true;
  const said = employmentFacts(reading, departmentIdOf(reading.departmentName));
  const facts = { ...seen, ...said };
  const managerEmploymentId = facts.managerName === seen.managerName ? seen.managerEmploymentId : null;
  const change = { ...said, ...sortTexts(facts), managerEmploymentId };
  const { _id, version } = seen;
  return (await store.employments.changeOne({ _id, version }, { ...change, version: version + 1, batchId })) !== null;
}

/** Changes the record of one row, or reports that it is another by now. */
async function writeChanged(item: RowToWrite, present: Present): Promise<void> {
  const { row } = item;
  const { record, changes } = row;
  if (!record) return;
  const person = touchesPerson(changes)
    ? writtenState(present.persons.get(record.person._id), record.person, present.batchId)
    : 'written';
  const employment =
    record.employment && touchesEmployment(changes)
      ? writtenState(present.employments.get(record.employment.employeeNumber), record.employment, present.batchId)
      : 'written';
  const isClear = person !== 'changedMeanwhile' && employment !== 'changedMeanwhile';
  const written =
    isClear &&
    (person === 'written' || (await writePerson(item, present))) &&
    (employment === 'written' || (await writeEmployment(item, present)));
  if (!written) await reportChangedMeanwhile(row);
}

/** Writes the next rows into departments, persons and employments. Every part of it can be repeated. */
export async function writePiece(batch: RosterBatchDocument, now: Date): Promise<number> {
  const { _id: batchId, doneRows } = batch;
  const rows = await rowsBetween(batchId, doneRows + 1, doneRows + rowsPerWriting);
  const toWrite = rows.flatMap((row) => {
    const reading = settledReading(row);
    return reading ? [{ row, reading }] : [];
  });
  await ensureDepartments(toWrite, batchId);
  const employments = await latestEmployments(toWrite.map(({ reading }) => reading.employeeNumber));
  const persons = await personsById(toWrite.map(({ row }) => row.personId));
  const present: Present = { batchId, now: instant(now), employments, persons };
  const fresh = toWrite.filter(({ row }) => row.outcome === 'new');
  const blocked = fresh.filter((item) => newRowState(item, present) === 'blocked');
  await fewAtATime(blocked, ({ row }) => reportChangedMeanwhile(row));
  await writeNew(
    fresh.filter((item) => !blocked.includes(item)),
    present,
  );
  await fewAtATime(
    toWrite.filter((item) => item.row.changes.length > 0 && !blocked.includes(item)),
    (item) => writeChanged(item, present),
  );
  await rememberDecisions(rows, batchId, now);
  return rows.length;
}
