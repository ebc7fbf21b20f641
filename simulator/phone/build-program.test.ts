import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildProgram } from './build/build-program';
import { normalize, ProgramFiles, packagePaths } from './build/program-files';
import { programRoot, readProgram } from './build/read-program';

const roots: string[] = [];

/** Writes a program of these files into a folder of its own. */
function program(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'phone-'));
  roots.push(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

const page = (name: string, wxml = '<view/>', json = '{}') => ({
  [`pages/${name}/${name}.json`]: json,
  [`pages/${name}/${name}.wxml`]: wxml,
  [`pages/${name}/${name}.js`]: 'Page({})',
});
const app = { 'app.json': '{"pages":["pages/a/a"]}', 'app.js': 'App({})' };

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

test('a sound program builds without a word', async () => {
  const { problems, packages } = await buildProgram(program({ ...app, ...page('a') }), false);
  expect(problems).toEqual([]);
  expect(packages.get('')?.script).toContain('globalThis.phonePackages[""]=');
});

test('a template is a text until it is drawn, with or without WXS', async () => {
  const wxs = '<wxs module="m">module.exports = { of: "it\\\\s \'one\'" };</wxs><view>{{m.of}}</view>';
  for (const wxml of ["<view>it's</view>", wxs]) {
    const { packages, problems } = await buildProgram(program({ ...app, ...page('a', wxml) }), true);
    expect(problems).toEqual([]);
    const script = packages.get('')?.script ?? '';
    expect(script).toContain(`phoneLater("pages/a/a",'(()=>{`);
    const window: Record<string, unknown> = { phonePackages: {}, phoneScripts: {}, phoneWxs: {} };
    new Function('globalThis', 'phoneWxs', script)(window, window.phoneWxs);
    const built = window.phonePackages as Record<string, { templates(): Record<string, unknown> }>;
    expect(typeof built['']?.templates()['pages/a/a']).toBe('function');
  }
});

test.each<[string, Record<string, string>, RegExp]>([
  ['a page without a script', { ...app }, /app\.json: page "pages\/a\/a" has no script/],
  [
    'a component that is not there',
    { ...app, ...page('a', '<c/>', '{"usingComponents":{"c":"/c/c"}}') },
    /pages\/a\/a\.json: component "c" not found at "\/c\/c"/,
  ],
  ['a tag that is not closed', { ...app, ...page('a', '<view>\n<text></view>') }, /pages\/a\/a\.wxml:2: /],
  ['a broken expression', { ...app, ...page('a', '<view>{{a +}}</view>') }, /pages\/a\/a\.wxml:1: /],
  ['an import that is not there', { ...app, ...page('a', '<import src="b.wxml"/>') }, /pages\/a\/b\.wxml is imported/],
  ['a WXS file that is not there', { ...app, ...page('a', '<wxs src="b.wxs" module="b"/>') }, /b\.wxs is missing/],
  [
    'a style that is not there',
    { ...app, ...page('a'), 'app.wxss': '@import "x.wxss";' },
    /@import "x\.wxss" not found/,
  ],
  ['a broken style', { ...app, ...page('a'), 'app.wxss': '.a {' }, /app\.wxss:1:1: Unclosed block/],
  ['a script that cannot be read', { ...app, ...page('a'), 'pages/a/a.js': 'Page({' }, /^pages\/a\/a\.js:2: /],
  ['a module that is not there', { ...app, ...page('a'), 'app.js': 'require("./x")' }, /Could not resolve "\.\/x"/],
  ['JSON that is none', { ...app, ...page('a', '<view/>', '{') }, /pages\/a\/a\.json: /],
])('%s is named with its place', async (_, files, sentence) => {
  const { problems } = await buildProgram(program(files), false);
  expect(problems).toEqual([expect.stringMatching(sentence)]);
});

test('miniprogramRoot starts at project.config.json', () => {
  const root = program({ 'project.config.json': '{"miniprogramRoot":"mini/"}' });
  expect(programRoot(path.join(root, 'project.config.json'))).toBe(path.join(root, 'mini'));
});

test('pages of subpackages are joined, components followed, and isolation read from the script', () => {
  const root = program({
    'app.json':
      '{"pages":["pages/a/a"],"subPackages":[{"root":"/pack/","pages":["b/b"]}],"usingComponents":{"x":"x/x"}}',
    ...page('a'),
    'pack/b/b.js': 'Page({})',
    'x/x.json': '{"component":true,"usingComponents":{"self":"./x","y":"../y"}}',
    'x/x.js': 'Component({ options: { styleIsolation: "apply-shared" } })',
    'y/index.json': '{"component":true}',
    'y/index.js': 'Component({ options: { addGlobalClass: true } })',
  });
  const { app: read, components, problems } = readProgram(root);
  expect(problems).toEqual([]);
  expect(read.pages).toEqual(['pages/a/a', 'pack/b/b']);
  expect(components.map(({ is, config }) => [is, config.styleIsolation])).toEqual([
    ['pages/a/a', 'shared'],
    ['x/x', 'apply-shared'],
    ['y/index', 'apply-shared'],
    ['pack/b/b', 'shared'],
  ]);
});

test('module.exports holds where a file also says export, and an alias stands for a folder', async () => {
  const { problems, packages } = await buildProgram(
    program({
      'app.json': '{"pages":["pages/a/a"],"resolveAlias":{"@money/*":"shared/money/*"}}',
      'app.js': 'App({})',
      ...page('a'),
      'pages/a/a.js': 'import { cents } from "@money/cents.js"; Page({ data: { price: cents(1) } })',
      'shared/money/cents.js':
        'import { factor } from "./factor.js";\nexport const unit = 1;\nmodule.exports = { cents: (n) => n * factor };',
      'shared/money/factor.ts': 'export const factor = 100;',
    }),
    false,
  );
  expect(problems).toEqual([]);
  expect(packages.get('')?.script).toContain('factor = 100');
});

test('what WeChat takes in a template is no problem: an attribute twice, a strange prefix, capitals', async () => {
  const { problems } = await buildProgram(
    program({ ...app, ...page('a', '<view class="a" class="b" wx:for-key="x" :y="1" bind:tapTwice="z" />') }),
    false,
  );
  expect(problems).toEqual([]);
});

test('the variables of theme.json are read by theme', () => {
  const root = program({
    'app.json': '{"pages":["pages/a/a"],"darkmode":true,"themeLocation":"theme.json"}',
    'theme.json': '{"light":{"bar":"#fff"},"dark":{"bar":"#000","depth":3}}',
    ...page('a'),
  });
  const { app: read } = readProgram(root);
  expect([read.darkmode, read.themes]).toEqual([true, { light: { bar: '#fff' }, dark: { bar: '#000' } }]);
});

test('a package is taken packed, nearest first, else from the "miniprogram" folder in node_modules', () => {
  const root = program({
    'node_modules/kit/package.json': '{"miniprogram":"dist"}',
    'node_modules/kit/dist/cell/cell.json': '{}',
    'mini/miniprogram_npm/packed/index.js': '',
    'mini/pack/miniprogram_npm/packed/index.js': '',
  });
  const files = new ProgramFiles(path.join(root, 'mini'));
  expect(files.resolveComponent('kit/cell/cell', 'pages/a')).toBe('miniprogram_npm/kit/cell/cell');
  expect(files.toVirtual(files.toFile('miniprogram_npm/kit/cell/cell.json'))).toBe(
    'miniprogram_npm/kit/cell/cell.json',
  );
  expect(files.resolveFile('packed/index.js', 'pack/b')).toBe('pack/miniprogram_npm/packed/index.js');
  expect(files.resolveFile('packed/index.js', 'pages/a')).toBe('miniprogram_npm/packed/index.js');
  expect(packagePaths('x', 'a/b')).toEqual(['a/b/miniprogram_npm/x', 'a/miniprogram_npm/x', 'miniprogram_npm/x']);
  expect(normalize('/a/./b/../c')).toBe('a/c');
});

test('what WeChat has not is not there: a script cannot lean on the browser', async () => {
  const built = await buildProgram(program({ ...app, ...page('a'), 'app.js': 'if (document) fetch("/")' }), true);
  expect(built.packages.get('')?.script).not.toMatch(/\bdocument\b|\bfetch\b/);
});
