import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedCall } from '../../cloudfunctions/platform/system-call';
import { shelved } from '../../cloudfunctions/points/rules/gift';
import type { Answer } from '../../shared/kernel/contract';
import { startCloud } from '../../simulator/cloud/start-cloud';
import { freshKeys } from '../keys';
import { Random } from '../random';
import { KillableServer } from './crash/killable-server';
import {
  type Done,
  type Evidence,
  evidenceOf,
  gifts,
  hrPhone,
  nextOperation,
  type Operation,
  people,
} from './crash/operations';
import { type CrashTally, tallyOf } from './crash/tally';
import { employees } from './race-people';

const operations = 10_000;
const kills = 20;
const clients = 64;
/** Of the requests, those that were sent before. */
const repeated = 0.25;
/** Longer than the sweep leaves things alone. */
const laterMillis = 3 * 60_000;

interface Round {
  server: KillableServer;
  random: Random;
  sent: Operation[];
  done: Done;
  acknowledged: Map<string, Evidence>;
  /** After how many requests something is killed. */
  killAt: number[];
}

/** 10,000 mixed operations, with functions and server killed −9 at 20 random points on the way; then one sweep. */
export async function* crash(root: string, seed = Date.now()): AsyncIterable<object> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const keys = freshKeys();
  Object.assign(process.env, keys);
  const options = { data: folder, functionsRoot: join(root, 'dist/cloudfunctions'), environment: { ...keys } };
  try {
    await plant(options);
    const server = new KillableServer(options);
    const random = new Random(seed);
    const killAt = Array.from({ length: kills }, () => 1 + random.below(operations - 2)).sort((one, two) => one - two);
    const round: Round = {
      ...{ server, random, killAt, sent: [], acknowledged: new Map() },
      done: { redemptions: [], entries: [] },
    };
    let left = operations;
    const work = async () => {
      while (left > 0) {
        left -= 1;
        await sendOne(round, operations - left);
      }
    };
    await Promise.all(Array.from({ length: clients }, work));
    await server.close();
    const { violations, ...tally } = await sweepAndTally(options, round.acknowledged);
    if (violations.length > 0) throw new Error(`seed ${seed}: ${JSON.stringify(violations.slice(0, 5))}`);
    yield { operations, kills, acknowledged: round.acknowledged.size, ...tally };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Options = ConstructorParameters<typeof KillableServer>[0];

/** People, one of them HR, and gifts of which there are too few. */
async function plant(options: Options): Promise<void> {
  const cloud = await startCloud(options);
  const createdAt = new Date().toISOString();
  const shelf = gifts.map((_id, index) =>
    shelved({
      ...{ _id, name: '测量', description: '', costPoints: 20 + 10 * index, stock: 100, supplied: 100 },
      ...{ perPersonLimit: null, pictureFileId: null, onSale: true, createdAt },
    }),
  );
  const [boss] = employees(1);
  const hr = { ...boss, _id: hrPhone, personId: 'race-hr', grants: [{ role: 'hr', branchId: null }] };
  const identities = [...employees(people), hr];
  await cloud.seed(JSON.parse(JSON.stringify({ collections: { identities, gifts: shelf } })));
  await cloud.close();
}

/** Sends another request, or one of the earlier ones once more; kills when it is time. */
async function sendOne(round: Round, number: number): Promise<void> {
  const { random, sent, done, server, killAt } = round;
  const isRepeat = sent.length > 0 && random.next() < repeated;
  const operation = isRepeat ? random.pick(sent) : nextOperation(random, done);
  if (!isRepeat) sent.push(operation);
  const answered = send(server, operation);
  while (killAt[0] !== undefined && killAt[0] <= number) {
    killAt.shift();
    // Half of the times only the functions; the server goes on and finds them gone.
    if (killAt.length % 2 === 0) await server.killAll();
    else server.killFunctions();
  }
  const answer = await answered;
  if (!answer?.ok) return;
  for (const evidence of evidenceOf(operation, answer)) acknowledge(round, evidence);
}

function acknowledge({ acknowledged, done }: Round, evidence: Evidence): void {
  const name = evidence.kind === 'entry' ? evidence.id : `${evidence.id} ${evidence.states.length}`;
  if (acknowledged.has(name)) return;
  acknowledged.set(name, evidence);
  if (evidence.kind === 'redemption') done.redemptions.push(evidence);
  else if (/\.(checkIn|referralInterviewed|newsRead|received)\./.test(evidence.id)) done.entries.push(evidence.id);
}

/** The answer; null when the line broke, and nobody knows what happened. */
async function send(server: KillableServer, { as, call, input }: Operation): Promise<Answer<unknown> | null> {
  const data = as === 'system' ? signedCall('points', call, input, new Date()) : { call, input };
  try {
    const response = await fetch(`${await server.url()}/phone/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-open-id': as },
      body: JSON.stringify({ name: 'points', data }),
    });
    const answer = (await response.json()) as { result?: Answer<unknown> };
    return answer.result ?? null;
  } catch {
    return null;
  }
}

/** A few minutes later: the sweep runs once, and the books are read. */
async function sweepAndTally(options: Options, acknowledged: ReadonlyMap<string, Evidence>): Promise<CrashTally> {
  const cloud = await startCloud({ ...options, startAt: new Date(Date.now() + laterMillis) });
  try {
    await cloud.runTimer('points', 'minute');
    return tallyOf(cloud, acknowledged);
  } finally {
    await cloud.close();
  }
}
