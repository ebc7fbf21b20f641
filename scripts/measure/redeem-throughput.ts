import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { quantile } from './cloud/post-requests';
import { type BuiltCloud, openBuiltCloud } from './open-built-cloud';
import { employees } from './race-people';
import { prepareMany } from './redeem-many';

const clients = 64;
/** Longer than the sweep leaves things alone. */
const settledAfterMillis = 3 * 60_000;
const calls = 1000;
const rounds = 5;
/** What a redemption asks of the database: caller, account, gift, account, redemption. */
const requestsEach = 5;
const phones = employees(400).map(({ _id }) => _id);
const giftIds = Array.from({ length: 20 }, (_, index) => `race-fast-${index}`);

/**
 * How fast 400 people redeem among 20 gifts, beside the same number of empty calls through the same path: a function in
 * processes like those of `points`, called by the same phones, which asks who is calling as every function does, and
 * then asks the database for nothing as often as redeeming asks it for something. Both in turn, the middle of five.
 *
 * `ratioToRefused` compares with a call that is turned away at the door without any request: what is left of it is the
 * price of five requests by the SDK, each of which is signed and opens a connection of its own.
 */
export async function* redeemThroughput(root: string): AsyncIterable<object> {
  const functionsRoot = mkdtempSync(join(tmpdir(), 'throughput-'));
  cpSync(join(root, 'dist/cloudfunctions'), functionsRoot, { recursive: true });
  await bundleEmptyCall(root, join(functionsRoot, 'empty'));
  const built = await openBuiltCloud(root, { functionsRoot, timers: false });
  try {
    const load = { giftIds, stock: rounds * calls, people: phones.length, clients, requests: rounds * calls };
    await prepareMany(built, load);
    const speeds = { refused: [] as number[], empty: [] as number[], redeemed: [] as number[] };
    // The processes start with the first calls.
    await perSecond(built, emptyCall(built), requestsEach);
    for (let round = 0; round < rounds; round += 1) {
      speeds.refused.push(await perSecond(built, (phone) => built.send(phone, 'points', 'nothing', {}), 0));
      speeds.empty.push(await perSecond(built, emptyCall(built), requestsEach));
      speeds.redeemed.push(await perSecond(built, redeem(built, round), requestsEach));
      // Redeemed pieces are settled within two minutes, so no round finds what another left.
      await built.cloud.clock.advance(settledAfterMillis);
      await built.cloud.runTimer('points', 'minute');
    }
    const [refused, empty, redeemed] = [middle(speeds.refused), middle(speeds.empty), middle(speeds.redeemed)];
    yield {
      ...{ clients, calls, rounds, requestsEach },
      ...{ refusedPerSecond: Math.round(refused), emptyPerSecond: Math.round(empty) },
      redeemsPerSecond: Math.round(redeemed),
      ratio: Number((redeemed / empty).toFixed(2)),
      ratioToRefused: Number((redeemed / refused).toFixed(2)),
    };
  } finally {
    await built.close();
    rmSync(functionsRoot, { recursive: true });
  }
}

const middle = (values: readonly number[]) => quantile(values, 0.5);

async function bundleEmptyCall(root: string, folder: string): Promise<void> {
  mkdirSync(folder);
  await build({
    entryPoints: [join(root, 'scripts/measure/throughput/empty-call.ts')],
    outfile: join(folder, 'index.js'),
    ...{ bundle: true, minify: true, platform: 'node', target: 'node18', format: 'cjs', logLevel: 'error' },
  });
  const declared = { name: 'empty', memoryMb: 256, timeoutSeconds: 20, collections: { nothing: { indexes: [] } } };
  writeFileSync(join(folder, 'function.json'), JSON.stringify(declared));
}

const emptyCall = (built: BuiltCloud) => async (phone: string) => {
  const called = await built.cloud.call(phone, 'empty', {});
  if ('errMsg' in called) throw new Error(called.errMsg);
};

const redeem = (built: BuiltCloud, round: number) => async (phone: string, number: number) => {
  const giftId = giftIds[number % giftIds.length] ?? '';
  const requestId = `fast-request-${round}-${String(number).padStart(6, '0')}`;
  const answer = await built.send(phone, 'points', 'redeemGift', { giftId, requestId });
  if (!answer.ok) throw new Error(`redeeming was refused: ${answer.code}`);
};

/** Calls a second by all clients together, each waiting for its answer before the next. */
async function perSecond(
  { cloud }: BuiltCloud,
  call: (phone: string, number: number) => Promise<unknown>,
  requests: number,
): Promise<number> {
  let left = calls;
  cloud.requests.clear();
  const began = performance.now();
  const client = async () => {
    while (left > 0) {
      left -= 1;
      await call(phones[left % phones.length] ?? '', left);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const speed = calls / ((performance.now() - began) / 1000);
  const made = cloud.requests.list().filter(({ action }) => action.startsWith('database.')).length;
  // A timer may have come in between, and a lost race is looked at again.
  if (made < requests * calls || made > requests * calls + calls / 2) throw new Error(`${made} requests were made`);
  return speed;
}
