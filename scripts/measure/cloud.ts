import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudProcess, startCloudProcess } from '../../simulator/cloud/cloud-process';
import { Database } from '../../simulator/cloud/database/database';
import { openDatabaseFile } from '../../simulator/cloud/database/database-file';
import { compareRandomSearches } from '../../simulator/cloud/database/random-searches';
import { killRounds } from '../../simulator/cloud/kill-rounds';
import { startEmptyServer } from './cloud/empty-server';
import { loadNotes, noteDeclarations, pipelines, questions, scan } from './cloud/million-notes';
import { openClient, type Post, quantile, requestsPerSecond } from './cloud/post-requests';

interface Figure {
  name: string;
  value: number;
}

const rounds = 301;
const rateMillis = 2000;
const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** What the local CloudBase does with a million documents, under load, killed, and with random searches. */
export async function* cloudFigures(root: string): AsyncIterable<Figure> {
  yield { name: 'linesOfCode', value: countLines(join(root, 'simulator/cloud')) };
  yield* searchFigures();
  const kills = await killRounds(20);
  yield { name: 'killRounds', value: kills.rounds };
  yield { name: 'killAcknowledged', value: kills.acknowledged };
  yield { name: 'killLosses', value: kills.lost + kills.disagreements };
  const folder = mkdtempSync(join(tmpdir(), 'million-'));
  // Lenient, so that it may be asked to read everything.
  const start = () => startCloudProcess({ data: folder, declarations: noteDeclarations, strict: false });
  try {
    yield* eachOn(await start(), loadFigures(folder));
    yield* eachOn(await start(), questionFigures);
    yield* eachOn(await start(), scanFigures);
    for (const [name, pipeline] of Object.entries(pipelines)) {
      yield* eachOn(await start(), pipelineFigures(name, pipeline));
    }
    yield* eachOn(await start(), rateFigures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Measure = (post: Post, server: CloudProcess) => AsyncIterable<Figure>;

async function* eachOn(server: CloudProcess, measure: Measure): AsyncIterable<Figure> {
  const { post, close } = openClient(server.url, 1);
  try {
    yield* measure(post, server);
  } finally {
    close();
    await server.kill();
  }
}

async function* searchFigures(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'searches-'));
  const file = openDatabaseFile(folder, { synchronous: 'OFF', fresh: false });
  const database = new Database(file.sql, file.path, { strict: false, now: () => new Date() });
  const compared = await compareRandomSearches(database, 500);
  await database.close();
  file.close();
  rmSync(folder, { recursive: true, force: true });
  yield { name: 'randomSearchesCompared', value: compared.searches };
  yield { name: 'randomSearchesIndexed', value: compared.indexed };
  yield { name: 'randomSearchesByBranches', value: compared.branched };
  // The comparison throws at the first difference.
  yield { name: 'randomSearchDifferences', value: 0 };
}

function loadFigures(folder: string): Measure {
  return async function* load(post, server) {
    const begun = performance.now();
    await loadNotes(post);
    yield { name: 'loadMillionSeconds', value: round((performance.now() - begun) / 1000, 1) };
    yield { name: 'loadPeakMb', value: await server.peakMb() };
    yield { name: 'fileMb', value: Math.round(statSync(join(folder, 'database.sqlite')).size / 1024 / 1024) };
  };
}

/** In the server, as its own log of requests tells. */
async function* questionFigures(post: Post, server: CloudProcess): AsyncIterable<Figure> {
  for (const [name, question] of Object.entries(questions)) {
    await fetch(`${server.url}/cloud/requests/clear`, { method: 'POST' });
    for (let number = 0; number < rounds; number += 1) await post(question(number));
    const log = (await (await fetch(`${server.url}/cloud/requests`)).json()) as { millis: number; index?: string }[];
    if (log.some(({ index }) => index === undefined)) throw new Error(`${name} was answered without an index.`);
    const millis = log.map((request) => request.millis);
    yield { name, value: round(quantile(millis, 0.5), 3) };
  }
}

async function getMillis(post: Post, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goesOn()) {
    const question = questions.getByIdMedianMs?.(times.length) ?? {};
    const begun = performance.now();
    await post(question);
    times.push(performance.now() - begun);
  }
  return times;
}

/** As the client sees it, over one connection, while another waits for a scan of everything. */
async function* scanFigures(post: Post, server: CloudProcess): AsyncIterable<Figure> {
  let left = 200;
  await getMillis(post, () => left-- > 0);
  left = 1000;
  const idle = quantile(await getMillis(post, () => left-- > 0), 0.5);
  const other = openClient(server.url, 1);
  let scanning = true;
  const begun = performance.now();
  const scanned = other.post(scan).then(() => {
    scanning = false;
  });
  const meanwhile = await getMillis(post, () => scanning);
  await scanned;
  other.close();
  yield { name: 'scanMillionSeconds', value: round((performance.now() - begun) / 1000, 1) };
  yield { name: 'getsWhileScanning', value: meanwhile.length };
  yield { name: 'getIdleMedianMs', value: round(idle, 2) };
  yield { name: 'getP95WhileScanningMs', value: round(quantile(meanwhile, 0.95), 2) };
  yield { name: 'getP95WhileScanningRatio', value: round(quantile(meanwhile, 0.95) / idle, 1) };
}

function pipelineFigures(name: string, pipeline: object): Measure {
  return async function* aggregate(post, server) {
    const before = await server.peakMb();
    const begun = performance.now();
    const answer = await post(pipeline);
    if (answer.code !== undefined) throw new Error(`The pipeline failed: ${JSON.stringify(answer)}`);
    yield { name: `${name}MillionSeconds`, value: round((performance.now() - begun) / 1000, 1) };
    yield { name: `${name}BeforePeakMb`, value: before };
    yield { name: `${name}MillionPeakMb`, value: await server.peakMb() };
  };
}

async function* rateFigures(_: Post, server: CloudProcess): AsyncIterable<Figure> {
  const empty = await startEmptyServer();
  try {
    for (const connections of [1, 32]) {
      const get = questions.getByIdMedianMs ?? (() => ({}));
      const update = questions.incrementByIdMedianMs ?? (() => ({}));
      const nothing = await requestsPerSecond(empty.url, connections, get, rateMillis);
      const gets = await requestsPerSecond(server.url, connections, get, rateMillis);
      const updates = await requestsPerSecond(server.url, connections, update, rateMillis);
      yield { name: `emptyPerSecond${connections}`, value: Math.round(nothing) };
      yield { name: `getPerSecond${connections}`, value: Math.round(gets) };
      yield { name: `updatePerSecond${connections}`, value: Math.round(updates) };
      yield { name: `getToEmptyRatio${connections}`, value: round(gets / nothing, 2) };
      yield { name: `updateToEmptyRatio${connections}`, value: round(updates / nothing, 2) };
    }
  } finally {
    empty.close();
  }
}

/** Lines of the sources, tests and fixtures apart. */
function countLines(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(ts|cjs|html|css)$/.test(path) && !/\.test\.ts$|fixtures/.test(path),
  );
  return files.reduce((lines, path) => lines + readFileSync(join(folder, path), 'utf8').split('\n').length - 1, 0);
}
