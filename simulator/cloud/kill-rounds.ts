import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloudProcess } from './cloud-process';
import type { CollectionDeclaration } from './function-declaration';
import { type Cloud, startCloud } from './start-cloud';

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
const WORKERS = [1, 2, 3, 4];

/** What became of what a killed server had acknowledged. */
export interface KillReport {
  rounds: number;
  /** Transactions that were answered with success. */
  acknowledged: number;
  /** Of those, the ones whose document is missing or whose other half is not there. */
  lost: number;
  /** Accounts where total, entries and index do not tell the same. */
  disagreements: number;
}

interface Acknowledged {
  entries: string[];
  /** The last total that was answered, by account. */
  totals: Map<string, number>;
}

type Send = (body: object) => Promise<Record<string, unknown>>;

function sender(url: string): Send {
  return async (body) => {
    const answer = await fetch(`${url}/admin`, { method: 'POST', body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, unknown>;
  };
}

/** Keeps writing until the connection breaks: an entry and its account's total in one transaction. */
async function writeUntilKilled(send: Send, worker: number, done: Acknowledged): Promise<void> {
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
      if (commit.code !== undefined) continue;
      done.entries.push(_id);
      done.totals.set(account, (done.totals.get(account) ?? 0) + 1);
    } catch {
      return;
    }
  }
}

/** Kills a server under load at random moments, again and again on one database, and counts what is missing then. */
export async function killRounds(rounds: number): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const done: Acknowledged = { entries: [], totals: new Map() };
  try {
    for (let round = 0; round < rounds; round++) {
      const server = await startCloudProcess({ data: folder, declarations });
      const workers = WORKERS.map((worker) => writeUntilKilled(sender(server.url), worker, done));
      await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 250));
      await Promise.all([...workers, server.kill()]);
    }
    const cloud = await startCloud({ data: folder, declarations });
    const counted = await countLosses(cloud, done);
    await cloud.close();
    return { rounds, acknowledged: done.entries.length, ...counted };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function countLosses(cloud: Cloud, done: Acknowledged): Promise<{ lost: number; disagreements: number }> {
  const entries = cloud.documents('entries');
  const stored = new Set(entries.map(({ _id }) => _id));
  let lost = done.entries.filter((id) => !stored.has(id)).length;
  let disagreements = 0;
  const accounts = cloud.documents('accounts');
  for (const [account, total] of done.totals) {
    const kept = Number(accounts.find(({ _id }) => _id === account)?.total ?? 0);
    lost += Math.max(0, total - kept);
    const query = JSON.stringify({ account });
    const count = { action: 'database.calculateDocument', collectionName: 'entries', query };
    const { data } = await sender(cloud.url)(count);
    const indexed = (data as { total: number }).total;
    const scanned = entries.filter((entry) => entry.account === account).length;
    if (indexed !== kept || scanned !== kept) disagreements++;
  }
  return { lost, disagreements };
}
