import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectionDeclaration } from './function-declaration';
import { openNodeSdk } from './open-node-sdk';
import { startCloud } from './start-cloud';

const collections: Record<string, CollectionDeclaration> = {
  accounts: { indexes: [{ name: 'by-total', keys: [['total', 'asc']] }] },
  entries: {
    indexes: [
      {
        name: 'by-account',
        keys: [
          ['account', 'asc'],
          ['n', 'asc'],
        ],
      },
    ],
  },
};
const declarations = [{ name: 'bank', collections }];
const ROUNDS = 4;

/** A server in a process of its own, which can be killed like any other. */
const SERVER = `
require('tsx/cjs/api').register();
const { startCloud } = require(${JSON.stringify(join(__dirname, 'start-cloud.ts'))});
const [, data, declarations] = process.argv;
startCloud({ data, declarations: JSON.parse(declarations) }).then((cloud) => process.send(cloud.url));
`;

let server: ChildProcess | undefined;

afterEach(() => server?.kill('SIGKILL'));

async function startServer(folder: string): Promise<string> {
  const child = spawn(process.execPath, ['-e', SERVER, folder, JSON.stringify(declarations)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  server = child;
  return new Promise((resolve, reject) => {
    child.once('message', (url) => resolve(String(url)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

interface Acknowledged {
  /** Entries that were answered with success. */
  entries: string[];
  /** The last total that was answered, by account. */
  totals: Map<string, number>;
}

/** Keeps writing until the connection breaks: entries, conditional updates, transactions over two documents. */
async function writeUntilKilled(url: string, worker: number, done: Acknowledged): Promise<void> {
  const send = async (body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${url}/admin`, { method: 'POST', body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, unknown>;
  };
  const account = `account-${worker}`;
  for (let n = 0; ; n++) {
    const _id = `${account}-${Date.now()}-${n}`;
    try {
      const { transactionId } = await send({ action: 'database.startTransaction' });
      const entry = JSON.stringify({ _id, account, n });
      await send({ action: 'database.insertDocument', collectionName: 'entries', data: [entry], transactionId });
      const add = { query: JSON.stringify({ _id: account }), data: '{"$inc":{"total":1}}', merge: true, upsert: true };
      await send({ action: 'database.modifyDocument', collectionName: 'accounts', ...add, transactionId });
      const commit = await send({ action: 'database.commitTransaction', transactionId });
      if (commit.code === undefined) {
        done.entries.push(_id);
        done.totals.set(account, (done.totals.get(account) ?? 0) + 1);
      }
    } catch {
      return;
    }
  }
}

test('what was acknowledged is there after the server is killed at a random moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const done: Acknowledged = { entries: [], totals: new Map() };
  for (let round = 0; round < ROUNDS; round++) {
    const url = await startServer(folder);
    const workers = [1, 2, 3, 4].map((worker) => writeUntilKilled(url, worker, done));
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 250));
    const killed = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGKILL');
    await Promise.all([...workers, killed]);
  }
  const cloud = await startCloud({ data: folder, declarations });
  const entries = cloud.documents('entries');
  const stored = new Set(entries.map(({ _id }) => _id));
  expect(done.entries.length).toBeGreaterThan(20);
  expect(done.entries.filter((id) => !stored.has(id))).toEqual([]);
  for (const { _id, total } of cloud.documents('accounts')) {
    expect(entries.filter(({ account }) => account === _id)).toHaveLength(Number(total));
    expect(Number(total)).toBeGreaterThanOrEqual(done.totals.get(String(_id)) ?? 0);
    const indexed = await openNodeSdk(cloud)
      .database()
      .collection('entries')
      .where({ account: String(_id) })
      .count();
    expect(indexed.total).toBe(total);
  }
  await cloud.close();
  rmSync(folder, { recursive: true });
}, 60_000);
