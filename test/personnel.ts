import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EmploymentDocument,
  employmentDocument,
  type PersonDocument,
  personDocument,
  type RosterRowDocument,
} from '../cloudfunctions/people/documents';
import { main } from '../cloudfunctions/people/index';
import { firstBranches } from '../cloudfunctions/people/rules/branches';
import { newEmployment, newPerson } from '../cloudfunctions/people/rules/roster/record-fields';
import { cloud } from '../cloudfunctions/platform/cloud';
import { collection } from '../cloudfunctions/platform/db';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import type { PeopleContract } from '../shared/people/contract';
import type { Employment } from '../shared/people/model';
import type { RosterBatchView, RosterField } from '../shared/people/roster';
import { nameBranches } from './branches';
import { freshRequest, passTime } from './mall';
import { openStage, type Stage } from './stage';

type Call = keyof PeopleContract;
type Out<Name extends Call> = OutputOf<PeopleContract[Name]>;

/** The roster of a teaching data set, read where it lies beside the repository; null where it is not. */
export function realRoster(): Buffer | null {
  const path = join(__dirname, '../../shared/data/roster/HRDataset_v13.csv');
  return existsSync(path) ? readFileSync(path) : null;
}

/** The people function on a stage, with words for what its tests do again and again. */
export interface Personnel {
  stage: Stage;
  /** Calls as the WeChat with this OpenID. */
  ask<Name extends Call>(
    openId: string | null,
    call: Name,
    input: InputOf<PeopleContract[Name]>,
  ): Promise<Answer<Out<Name>>>;
  /** The answer's data; throws when it was refused. */
  tell<Name extends Call>(openId: string, call: Name, input: InputOf<PeopleContract[Name]>): Promise<Out<Name>>;
  /** The refusal's code and detail; throws when it was not refused. */
  refusalOf<Name extends Call>(
    openId: string | null,
    call: Name,
    input: InputOf<PeopleContract[Name]>,
  ): Promise<{ code: string; detail: unknown }>;
  /** Somebody in the records who has not joined: `p-<number>` with `e-<number>`. */
  employ(number: string, facts?: Partial<Employment>): Promise<void>;
  persons(): PersonDocument[];
  employments(): EmploymentDocument[];
  rows(batchId: string): RosterRowDocument[];
  /** The documents of every collection, to show that nothing was written. */
  everything(): string;
  remove(collection: string, id: string): Promise<void>;
  upload(path: string, content: Buffer | string): Promise<string>;
  /** Opens a batch for this file and matches its columns; the reading has not begun. */
  bring(content: Buffer | string, openId?: string, fileName?: string): Promise<RosterBatchView>;
  /** Begins the reading, with HR's own choices of columns. */
  match(
    batchId: string,
    openId?: string,
    columns?: { index: number; field: RosterField | null }[],
  ): Promise<RosterBatchView>;
  /** Advances until the stage is another; how many pieces it took. */
  finish(batchId: string, openId?: string): Promise<{ batch: RosterBatchView; pieces: number }>;
  /** Brings a file and reads it to the preview. */
  preview(content: Buffer | string, openId?: string, fileName?: string): Promise<RosterBatchView>;
  /** Answers every open question alike. */
  decideAll(
    batch: RosterBatchView,
    decision: 'first' | 'second' | 'leaveOut',
    openId?: string,
  ): Promise<RosterBatchView>;
  apply(batchId: string, openId?: string): Promise<RosterBatchView>;
  undo(batchId: string, openId?: string): Promise<RosterBatchView>;
  /** The clock moves on by two minutes and the timer fires. */
  sweep(): Promise<unknown>;
  close(): Promise<void>;
}

const hr = 'o-hr';

type Office = Pick<Personnel, 'stage' | 'ask' | 'tell'>;
type Records = Pick<Personnel, 'employ' | 'persons' | 'employments' | 'rows' | 'everything' | 'remove' | 'upload'>;

/** The records, read beside the functions. */
function recordsOf({ stage }: Office): Records {
  const documents = <Document>(name: string) => stage.cloud.documents(name) as unknown as Document[];
  return {
    async employ(number, facts = {}) {
      const reading = {
        ...{ employeeNumber: number, name: `员工${number}`, departmentName: '研发部', position: '工程师', phone: null },
        ...{ birthOn: null, dateOfJoining: '2020-01-01', relievingDate: null, exitReason: null, managerName: null },
        status: 'active' as const,
      };
      const place = {
        employmentId: `e-${number}`,
        personId: `p-${number}`,
        branchId: 'head-office',
        stint: 1,
        departmentId: 'd-1',
      };
      const at = new Date().toISOString();
      const employment = { ...newEmployment(reading, place, at), ...facts };
      const person = { ...newPerson(place.personId, reading, null, at), name: employment.personName };
      await collection<EmploymentDocument>('employments').put(employmentDocument(employment));
      await collection<PersonDocument>('persons').put(personDocument(person));
    },
    persons: () => documents('persons'),
    employments: () => documents('employments'),
    rows: (batchId) => documents<RosterRowDocument>('rosterRows').filter((row) => row.batchId === batchId),
    everything: () => JSON.stringify(stage.cloud.collections().map((name) => [name, documents(name)])),
    async remove(name, id) {
      await collection(name).removeAll({ _id: id });
    },
    async upload(path, content) {
      const fileContent = Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8');
      const { fileID } = await cloud().uploadFile({ cloudPath: path, fileContent });
      return fileID;
    },
  };
}

type Importing = Pick<Personnel, 'bring' | 'match' | 'finish' | 'preview' | 'decideAll' | 'apply' | 'undo'>;

/** What HR does with a roster, step by step as the phone does it. */
function importingOf({ tell }: Office, { upload }: Records): Importing {
  const steps: Importing = {
    async bring(content, openId = hr, fileName = '花名册.csv') {
      const input = { fileName, requestId: freshRequest() };
      const { _id: batchId, uploadPath } = await tell(openId, 'openRosterBatch', input);
      const fileId = await upload(uploadPath, content);
      return tell(openId, 'readRosterColumns', { batchId, fileId, requestId: freshRequest() });
    },
    match: (batchId, openId = hr, columns = []) =>
      tell(openId, 'matchRosterColumns', { batchId, columns, requestId: freshRequest() }),
    async finish(batchId, openId = hr) {
      let batch = await tell(openId, 'readRosterBatch', { batchId });
      const { stage: begun } = batch;
      let pieces = 0;
      for (; batch.stage === begun; pieces += 1) {
        batch = await tell(openId, 'advanceRosterBatch', { batchId, requestId: freshRequest() });
      }
      return { batch, pieces };
    },
    async preview(content, openId = hr, fileName = '花名册.csv') {
      const { _id } = await steps.bring(content, openId, fileName);
      await steps.match(_id, openId);
      return (await steps.finish(_id, openId)).batch;
    },
    async decideAll(batch, decision, openId = hr) {
      let reviewed = batch;
      for (let [next] = reviewed.open; next; [next] = reviewed.open) {
        const { kind } = next;
        const input = { batchId: batch._id, kind, decision, rowNumber: null, requestId: freshRequest() };
        reviewed = await tell(openId, 'decideRosterRows', input);
      }
      return reviewed;
    },
    async apply(batchId, openId = hr) {
      await tell(openId, 'applyRosterBatch', { batchId, requestId: freshRequest() });
      return (await steps.finish(batchId, openId)).batch;
    },
    async undo(batchId, openId = hr) {
      await tell(openId, 'undoRosterBatch', { batchId, requestId: freshRequest() });
      return (await steps.finish(batchId, openId)).batch;
    },
  };
  return steps;
}

async function seatStaff(stage: Stage): Promise<void> {
  await nameBranches([...firstBranches, { _id: 'south', name: '华南分公司' }]);
  await stage.seat({ _id: hr, personId: 'p-hr', name: '周岚', grants: [{ role: 'hr', branchId: null }] });
  await stage.seat({
    ...{ _id: 'o-south', personId: 'p-south', name: '林南', branchId: 'south' },
    grants: [{ role: 'branchHr', branchId: 'south' }],
  });
  await stage.seat({ _id: 'o-lan', personId: 'p-lan' });
  await stage.seat({ _id: 'o-left', personId: 'p-left', status: 'left', relievingDate: '2020-06-30' });
}

/** Opens the office with HR (`o-hr`), HR of the south branch (`o-south`), an employee (`o-lan`) and a leaver. */
export async function openPersonnel(others: Parameters<typeof openStage>[1] = {}): Promise<Personnel> {
  const stage = await openStage([], others);
  await seatStaff(stage);
  const ask: Personnel['ask'] = (openId, call, input) => stage.call(main, openId, { call, input });
  const tell: Personnel['tell'] = async (openId, call, input) => {
    const answer = await ask(openId, call, input);
    if (!answer.ok) throw new Error(`${call} was refused: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const office: Office = { stage, ask, tell };
  const records = recordsOf(office);
  return {
    ...office,
    ...records,
    ...importingOf(office, records),
    async refusalOf(openId, call, input) {
      const answer = await ask(openId, call, input);
      if (answer.ok) throw new Error(`${call} was not refused`);
      return { code: answer.code, detail: answer.detail };
    },
    sweep() {
      passTime(120_000);
      return stage.runTimer(main, 'minute');
    },
    close: () => stage.close(),
  };
}
