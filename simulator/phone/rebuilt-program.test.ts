import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildProgram } from './build/build-program';
import { KeptBundles } from './build/kept-bundles';

let folder: string;
let root: string;
let kept: KeptBundles;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rebuilt-'));
  cpSync(path.join(__dirname, 'fixtures/packs'), folder, { recursive: true, preserveTimestamps: true });
  root = path.join(folder, 'miniprogram');
  kept = new KeptBundles();
});
afterEach(() => rmSync(folder, { recursive: true }));

const source = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Saves a file as it would have been a while ago. */
function save(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  const before = Date.now() / 1000 - 1;
  utimesSync(path.join(root, file), before, before);
}

/** A build after a change. @returns whether its bundles are those of a build from nothing, and all it made as a text */
async function rebuilt(): Promise<{ isWhole: boolean; scripts: string; problems: string[] }> {
  const [again, anew] = [await buildProgram(root, false, kept), await buildProgram(root, false)];
  // The compiler of templates writes the same in an order that differs from time to time: scripts alone are compared.
  const bundled = ({ packages }: typeof anew) =>
    [...packages].map(([pack, { script }]) => [pack, script.slice(0, script.indexOf('globalThis.phonePackages['))]);
  const isWhole = JSON.stringify(bundled(again)) === JSON.stringify(bundled(anew));
  const scripts = [...again.packages.values()].map(({ script }) => script).join();
  return { isWhole, scripts, problems: again.problems };
}

/** Which packages the next builds need not bundle. */
function reused(): Set<string> {
  const packs = new Set<string>();
  const find = kept.find.bind(kept);
  jest.spyOn(kept, 'find').mockImplementation((pack, asked) => {
    const bundle = find(pack, asked);
    if (bundle !== undefined) packs.add(pack);
    return bundle;
  });
  return packs;
}

test('nothing is bundled again when a template was saved, and the template is the new one', async () => {
  const first = await buildProgram(root, false, kept);
  save('home/home.wxml', '<view>刚刚保存</view>');
  const packs = reused();
  const { isWhole, scripts } = await rebuilt();
  expect([isWhole, scripts.includes('刚刚保存')]).toEqual([true, true]);
  expect(packs).toEqual(new Set(first.packages.keys()));
});

test('only the package of a saved script is bundled again', async () => {
  await buildProgram(root, false, kept);
  save('far/far.js', `${source('far/far.js')}\nglobalThis.saved = 'once more';\n`);
  const packs = reused();
  const { isWhole, scripts } = await rebuilt();
  expect([isWhole, scripts.includes('once more')]).toEqual([true, true]);
  expect(packs).toEqual(new Set(['', 'near', 'alone']));
});

test('a module that several packages use is new in all of them', async () => {
  await buildProgram(root, false, kept);
  save('lib/count.js', `${source('lib/count.js')}\nglobalThis.saved = 'in the library';\n`);
  const { isWhole, scripts } = await rebuilt();
  expect([isWhole, scripts.includes('in the library')]).toEqual([true, true]);
});

test('a file that comes may be what an import finds from then on', async () => {
  await buildProgram(root, false, kept);
  save('lib/count.ts', "globalThis.saved = 'found first'; exports.next = () => 1;");
  const { isWhole, scripts } = await rebuilt();
  expect([isWhole, scripts.includes('found first')]).toEqual([true, true]);
});

test('what does not compile is told with every build until it is mended', async () => {
  const good = source('far/far.js');
  save('far/far.js', `${good}\nconst = 1;\n`);
  const told = [(await buildProgram(root, false, kept)).problems, (await buildProgram(root, false, kept)).problems];
  for (const problems of told) expect(problems.join()).toMatch(/far\/far\.js:\d+: /);
  save('far/far.js', good);
  expect(await rebuilt()).toMatchObject({ isWhole: true, problems: [] });
});

test('a file that was written while it was read is read again', async () => {
  const soon = Date.now() / 1000 + 60;
  const write = (word: string): void => {
    writeFileSync(path.join(root, 'app.js'), `App({ word: '${word}' })`);
    utimesSync(path.join(root, 'app.js'), soon, soon);
  };
  write('before');
  await buildProgram(root, false, kept);
  write('behind');
  expect((await rebuilt()).scripts).toContain('behind');
});
