import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildProgram } from './build/build-program';
import { readProgram } from './build/read-program';

const roots: string[] = [];
const MEGABYTES = 1024 * 1024;

function program(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'packages-'));
  roots.push(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

/** A main package with page `a`, and the subpackages `one` and `two` with a page `p` each. */
function withTwo(files: Record<string, string> = {}, settings: object = {}): string {
  const subPackages = ['one', 'two'].map((root) => ({ root, name: `the-${root}`, pages: ['p'] }));
  return program({
    'app.json': JSON.stringify({ pages: ['a'], subPackages, ...settings }),
    'app.js': 'App({})',
    'a.js': 'Page({ main: "in the main package" })',
    'a.wxml': '<view/>',
    'one/p.js': 'Page({ text: "in one" })',
    'one/p.wxml': '<view class="of-one"/>',
    'two/p.js': 'Page({ text: "in two" })',
    'two/p.wxml': '<view/>',
    ...files,
  });
}

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

test('each package has a script of its own with its scripts, templates and styles', async () => {
  const { packages, problems } = await buildProgram(withTwo({ 'one/p.wxss': '.of-one { color: red }' }), true);
  expect(problems).toEqual([]);
  expect([...packages.keys()]).toEqual(['', 'one', 'two']);
  const [main = '', one = '', two = ''] = [...packages.values()].map(({ script }) => script);
  expect([main, one, two].map((script) => script.includes('in one'))).toEqual([false, true, false]);
  expect([main, one, two].map((script) => script.includes('of-one'))).toEqual([false, true, false]);
  expect([main, one, two].map((script) => script.includes('in the main package'))).toEqual([true, false, false]);
});

test('what a subpackage imports from the main package stays there, once', async () => {
  const files = {
    'money.js': 'export const factor = 100777',
    'one/p.js': 'import { factor } from "../money"; Page({ factor })',
    'two/p.js': 'import { factor } from "../money"; Page({ factor })',
  };
  const { packages, problems } = await buildProgram(withTwo(files), true);
  expect(problems).toEqual([]);
  expect([...packages.values()].map(({ script }) => script.includes('100777'))).toEqual([true, false, false]);
});

test('a subpackage has nothing of another subpackage, nor has the main package', async () => {
  const one = await buildProgram(withTwo({ 'one/p.js': 'require("../two/x")', 'two/x.js': '' }), true);
  expect(one.problems).toEqual([expect.stringContaining('module "two/x.js" is in the subpackage "two"')]);
  const main = await buildProgram(withTwo({ 'a.js': 'require("./two/x"); Page({})', 'two/x.js': '' }), true);
  expect(main.problems).toEqual([expect.stringContaining('module "two/x.js" is in the subpackage "two"')]);
});

test('a component of another subpackage needs a placeholder, and then the page does not wait for it', async () => {
  const card = { 'two/card.json': '{"component":true}', 'two/card.js': 'Component({})', 'two/card.wxml': '<view/>' };
  const uses = (more: object) => JSON.stringify({ usingComponents: { card: '../two/card' }, ...more });
  const without = await buildProgram(withTwo({ ...card, 'one/p.json': uses({}) }), true);
  expect(without.problems).toEqual([
    'Component is not found in path "two/card" (using by "one/p"): it is in another package',
  ]);
  const placed = uses({ componentPlaceholder: { card: 'view' } });
  const { about, problems } = await buildProgram(withTwo({ ...card, 'one/p.json': placed }), true);
  expect(problems).toEqual([]);
  expect(about).toContain('"needs":{"a":[""],"one/p":["","one"],"two/p":["","two"]}');
});

test('what is asked for later stays in its package, and what is not there is a problem', async () => {
  const files = {
    'one/p.js': 'require.async("../two/deep.js"); require("../two/x", () => 0); Page({})',
    'two/x.js': 'exports.of = "of x"',
    'two/deep.js': 'require.async("./deeper"); exports.of = "of deep"',
    'two/deeper.js': 'exports.of = "of deeper"; require.async("./nowhere")',
  };
  const { packages, problems } = await buildProgram(withTwo(files), true);
  expect(problems).toEqual(['two/deeper.js: require.async("./nowhere") not found']);
  const [main, one, two = ''] = [...packages.values()].map(({ script }) => script);
  for (const text of ['of x', 'of deep', 'of deeper']) {
    expect([main, one, two].map((script) => script?.includes(`"${text}"`))).toEqual([false, false, true]);
  }
  expect(two).toContain('"two/deeper.js"');
});

test('an independent subpackage has nothing of the main package: no module, style, template or component', async () => {
  const subPackages = [{ root: 'one', pages: ['p'], independent: true }];
  const files = {
    'app.json': JSON.stringify({ pages: ['a'], subPackages, usingComponents: { card: '/card' } }),
    'card.json': '{"component":true}',
    'card.js': 'Component({})',
    'card.wxml': '<view/>',
    'money.js': 'export const factor = 1',
    'line.wxml': '<template name="line"><view/></template>',
    'line.wxs': 'module.exports = {}',
    'line.wxss': '.line { color: red }',
    'a.wxml': '<card/>',
    'one/p.js': 'import { factor } from "../money"; Page({ factor })',
    'one/p.json': '{"usingComponents":{"own":"/card"}}',
    'one/p.wxml': '<import src="../line.wxml"/><wxs src="../line.wxs" module="line"/><own/>',
    'one/p.wxss': '@import "../line.wxss";',
  };
  const { problems, about, independent } = await buildProgram(withTwo(files), true);
  const reason = 'is in the main package, which the independent subpackage "one" opens without';
  expect(problems.toSorted()).toEqual([
    `@import: line.wxss ${reason}`,
    'Component is not found in path "card" (using by "one/p"): it is in another package',
    `one/p.js:1: one/p.js: module "money.js" ${reason}`,
    `one/p.wxml: line.wxml ${reason}`,
    `one/p: line.wxs ${reason}`,
  ]);
  expect(independent).toEqual(['one']);
  expect(about).toContain('"one/p":["one",""]');
});

test('an independent page needs its own package alone', async () => {
  const subPackages = [{ root: 'one', pages: ['p'], independent: true }];
  const settings = { subPackages, preloadRule: { 'one/p': { network: 'all', packages: ['__APP__'] } } };
  const { problems, about } = await buildProgram(withTwo({}, settings), true);
  expect(problems).toEqual([]);
  expect(about).toContain('"needs":{"a":[""],"one/p":["one"]}');
  expect(about).toContain('"preloads":{"one/p":{"network":"all","roots":[""]}}');
});

test('preloadRule names subpackages by name or root, and only those that are there', () => {
  const preloadRule = { a: { network: 'all', packages: ['the-one', 'two'] }, 'one/p': { packages: ['three'] } };
  const { app, problems } = readProgram(withTwo({}, { preloadRule }));
  expect(app.preloads).toEqual({
    a: { network: 'all', roots: ['one', 'two'] },
    'one/p': { network: 'wifi', roots: [] },
  });
  expect(problems).toEqual(['app.json: preloadRule of "one/p" names no subpackage "three"']);
});

test('a package of exactly 2 MB is taken, one byte more is refused with its bytes', async () => {
  const exact = withTwo();
  const own = ['one/p.js', 'one/p.wxml'].reduce((sum, file) => sum + readSize(exact, file), 0);
  writeFileSync(path.join(exact, 'one/picture.png'), 'x'.repeat(2 * MEGABYTES - own));
  expect((await buildProgram(exact, true)).problems).toEqual([]);
  writeFileSync(path.join(exact, 'one/more.png'), 'x'.repeat(100));
  const { problems, about } = await buildProgram(exact, true);
  expect(problems).toEqual([
    expect.stringMatching(/^subpackage "one": source size 2049KB exceed max limit 2MB \(80051; /),
  ]);
  expect(about).toContain('"refused":{"one":"subpackage');
});

test('code that nothing uses weighs nothing, and scripts weigh what is left when they are minified', async () => {
  const heavy = 'x'.repeat(2 * MEGABYTES);
  const comments = `/* ${heavy} */ Page({})`;
  const { problems } = await buildProgram(withTwo({ 'unused.js': `"${heavy}"`, 'a.js': comments }), true);
  expect(problems).toEqual([]);
});

test('the pages of one package may preload 2 MB together', async () => {
  const picture = 'x'.repeat(1.2 * MEGABYTES);
  const preloadRule = { a: { packages: ['one', 'two'] } };
  const files = { 'one/big.png': picture, 'two/big.png': picture };
  const { problems } = await buildProgram(withTwo(files, { preloadRule }), true);
  expect(problems).toEqual([expect.stringMatching(/^app\.json: preloadRule of the pages in the main package: source/)]);
});

test('all packages together may weigh 30 MB', async () => {
  const picture = 'x'.repeat(1.9 * MEGABYTES);
  const names = Array.from({ length: 16 }, (_, index) => `pack${index}`);
  const pages = names.flatMap((root) => [
    [`${root}/p.js`, 'Page({})'],
    [`${root}/big.png`, picture],
  ]);
  const subPackages = names.map((root) => ({ root, pages: ['p'] }));
  const { problems } = await buildProgram(withTwo(Object.fromEntries(pages), { subPackages }), true);
  expect(problems).toEqual([expect.stringMatching(/^all packages: source size \d+KB exceed max limit 30MB/)]);
});

function readSize(root: string, file: string): number {
  return statSync(path.join(root, file)).size;
}
