import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../source-tree';

jest.setTimeout(120_000);

let folder = '';
const running: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  child: ChildProcess;
  printed(): string;
  ended: Promise<number | null>;
}

/** `npm start -- …`, without the npm around it. */
function start(...flags: string[]): Started {
  const script = join(root, 'scripts/start.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, '--no-open', '--data', join(folder, 'data'), ...flags],
    {
      cwd: root,
    },
  );
  running.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));
  return { child, printed: () => text, ended: new Promise((resolve) => child.on('close', resolve)) };
}

async function addressOf(started: Started): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const address = /http:\/\/[\w.]+:\d+/.exec(started.printed())?.[0];
    if (address !== undefined) return address;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no address was printed:\n${started.printed()}`);
}

async function stop({ child, ended }: Started): Promise<number | null> {
  child.kill('SIGTERM');
  return ended;
}

describe('npm start', () => {
  it('prints one address, serves the phone and the seeded people, and stops when asked', async () => {
    const started = start('--port', '0');
    const address = await addressOf(started);
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    const people = (await (await fetch(`${address}/cloud/identities`)).json()) as { name: string; group: string }[];
    expect(JSON.stringify(people)).toContain('周岚');
    expect(started.printed().match(/http:\/\//g)).toHaveLength(1);
    expect(await stop(started)).toBe(0);
  });

  it('is back without building again what has not changed', async () => {
    const started = start('--port', '0');
    await addressOf(started);
    await stop(started);
    expect(started.printed()).not.toContain('已构建');
  });

  it('says in one sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const started = start('--port', String(port));
    expect(await started.ended).toBe(1);
    expect(started.printed()).toContain(String(port));
    expect(started.printed()).not.toMatch(/^\s+at /m);
    other.close();
  });

  it('says what it does not understand', async () => {
    const started = start('--prot', '1');
    expect(await started.ended).toBe(1);
    expect(started.printed()).toContain('--fresh');
  });
});
