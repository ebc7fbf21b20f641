import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, startSimulator } from './server';

let folder: string;
let projectFile: string;
let seedFile: string;
const running: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const notes = join(folder, 'functions', 'notes');
  mkdirSync(join(folder, 'program', 'pages', 'home'), { recursive: true });
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(folder, 'program', 'app.json'), '{"pages":["pages/home/home"]}');
  writeFileSync(join(folder, 'program', 'app.js'), 'App({});');
  writeFileSync(join(folder, 'program', 'pages', 'home', 'home.js'), 'Page({});');
  writeFileSync(join(folder, 'program', 'pages', 'home', 'home.wxml'), '<view>你好</view>');
  writeFileSync(join(folder, 'program', 'pages', 'home', 'home.json'), '{}');
  writeFileSync(join(notes, 'index.js'), 'exports.main = () => process.env.COLOUR ?? null;');
  writeFileSync(join(notes, 'function.json'), '{"name":"notes","collections":{"notes":{}}}');
  projectFile = join(folder, 'project.config.json');
  writeFileSync(projectFile, '{"miniprogramRoot":"program/","cloudfunctionRoot":"functions/","appid":"touristappid"}');
  writeFileSync(join(folder, 'mug.png'), 'png');
  writeFileSync(join(folder, '.env'), 'COLOUR=blue\n');
  seedFile = join(folder, 'seed.json');
  writeFileSync(
    seedFile,
    JSON.stringify({
      identities: [{ openId: 'hr', name: '周岚', group: 'HR', note: '总部 HR' }],
      collections: { notes: [{ _id: 'a', at: { $date: '2026-03-01T00:00:00Z' }, day: '2026-03-01' }] },
      files: [{ cloudPath: 'gifts/mug.png', source: 'mug.png' }],
    }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Runs the command and gives its exit code and what it said; resolves early when it prints an address. */
function simulate(...args: string[]): Promise<{ child: ChildProcess; code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(__dirname, 'bin', 'simulate.cjs'), '--project', projectFile, ...args]);
  running.push(child);
  return new Promise((resolve) => {
    let said = '';
    const listen = (text: string) => {
      said += text;
      if (said.includes('http://127.0.0.1')) resolve({ child, code: null, said });
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('exit', (code) => resolve({ child, code, said }));
  });
}

async function use<T>(
  options: Parameters<typeof startSimulator>[0],
  work: (simulator: Simulator) => Promise<T>,
): Promise<T> {
  const simulator = await startSimulator({ production: true, ...options });
  try {
    return await work(simulator);
  } finally {
    await simulator.close();
  }
}

test('a project, its seed and its environment are served on one address', async () => {
  await use({ projectFile, seedFile, environmentFile: join(folder, '.env') }, async ({ url, cloud }) => {
    expect(await (await fetch(`${url}/cloud/identities`)).json()).toEqual([
      { openId: 'hr', name: '周岚', group: 'HR', note: '总部 HR' },
    ]);
    expect(cloud.documents('notes')).toEqual([{ _id: 'a', at: new Date('2026-03-01T00:00:00Z'), day: '2026-03-01' }]);
    expect(await cloud.call('hr', 'notes', {})).toMatchObject({ result: 'blue' });
    expect((await fetch(`${url}/`)).headers.get('content-type')).toContain('text/html');
  });
});

test('the seed is planted once; a later start keeps what has been written since', async () => {
  const data = join(folder, 'kept');
  await use({ projectFile, seedFile, data }, ({ cloud }) => cloud.seed({ collections: { notes: [{ _id: 'b' }] } }));
  await use({ projectFile, seedFile, data }, async ({ cloud }) => {
    expect(cloud.documents('notes').map(({ _id }) => _id)).toEqual(['a', 'b']);
  });
  await use({ projectFile, seedFile, data }, async ({ cloud }) => {
    const remove = {
      action: 'database.removeDocument',
      collectionName: 'notes',
      query: '{"_id":{"$in":["a","b"]}}',
      multi: true,
    };
    await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(remove) });
  });
  await use({ projectFile, seedFile, data }, async ({ cloud }) => expect(cloud.documents('notes')).toEqual([]));
  await use({ projectFile, seedFile, data, fresh: true }, async ({ cloud }) => {
    expect(cloud.documents('notes').map(({ _id }) => _id)).toEqual(['a']);
  });
});

test('the command prints one address, ends on SIGTERM and leaves its folder to the next', async () => {
  const data = join(folder, 'command');
  const first = await simulate('--port', '0', '--seed', seedFile, '--data', data);
  expect(first.said.trim()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const ended = new Promise((resolve) => first.child.once('exit', resolve));
  const second = await simulate('--port', '0', '--data', data);
  expect(second).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^Another server \(process \d+\) is using [^\n]+\n$/),
  });
  const port = new URL(first.said.trim()).port;
  const third = await simulate('--port', port, '--data', join(folder, 'elsewhere'));
  expect(third).toMatchObject({
    code: 1,
    said: `Port ${port} is in use. Stop the other server or choose a port with --port.\n`,
  });
  first.child.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 30_000);

test.each<[string, () => string[], RegExp]>([
  [
    'a seed that is not JSON',
    () => ['--seed', write('broken.json', '{')],
    /^The seed \S+broken\.json cannot be read: [^\n]+\n$/,
  ],
  [
    'a seed for a collection that nobody declares',
    () => ['--seed', write('foreign.json', '{"collections":{"x":[{}]}}')],
    /^The seed was not loaded: Db or Table not exist: x\.[^\n]+\n$/,
  ],
  [
    'a seed whose file is missing',
    () => ['--seed', write('fileless.json', '{"files":[{"cloudPath":"a","source":"none.png"}]}')],
    /^The seed \S+ is not valid: the file \S+none\.png is missing\.\n$/,
  ],
  ['an unknown flag', () => ['--nonsense'], /^Unknown option '--nonsense'[^\n]*\n$/],
  [
    'a moment without a zone',
    () => ['--now', '2026-12-24'],
    /^2026-12-24 is no moment: write it with its zone[^\n]+\n$/,
  ],
  ['a fault that is none', () => ['--faults', 'rain=1'], /^"rain=1" is no fault: [^\n]+\n$/],
  ['a port that is none', () => ['--port', 'x'], /^x is not a port: give a number up to 65535\.\n$/],
])('%s gets one sentence and exit code 1', async (_name, args, sentence) => {
  const { code, said } = await simulate('--port', '0', '--data', join(folder, 'refused'), ...args());
  expect(said).toMatch(sentence);
  expect(code).toBe(1);
});

test('a missing environment file and a missing project are named', async () => {
  const environmentFile = join(folder, 'none.env');
  await expect(startSimulator({ projectFile, environmentFile })).rejects.toThrow(
    `The environment file ${environmentFile} does not exist.`,
  );
  await expect(startSimulator({ projectFile: '/none' })).rejects.toThrow('The project /none cannot be read');
});

test('after a seed that failed a better one is planted into the same folder', async () => {
  const data = join(folder, 'second-try');
  const broken = write('half.json', '{"collections":{"notes":[{"_id":"a"},{"_id":"a"}]}}');
  await expect(startSimulator({ projectFile, seedFile: broken, data, production: true })).rejects.toThrow(
    'The seed was not loaded: E11000',
  );
  await use({ projectFile, seedFile, data }, async ({ cloud }) => {
    expect(cloud.documents('notes')).toHaveLength(1);
  });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
