import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { packNpm } from '../../scripts/build/pack-npm';
import { type PackageSize, packageSizes } from '../../scripts/measure/package-sizes';
import { root } from '../source-tree';

const program = join(root, 'miniprogram');
const compilers = join(root, 'node_modules/miniprogram-compiler/bin/linux');
/** The platform's limit is 2 MB; ours for the main package keeps the first opening quick. */
const mainLimit = 600_000;
const platformLimit = 2 * 1024 * 1024;

const filesWith = (...kinds: string[]) =>
  readdirSync(program, { recursive: true, encoding: 'utf8' }).filter((file) => kinds.includes(extname(file)));

beforeAll(async () => {
  if (!existsSync(join(program, 'miniprogram_npm'))) await packNpm(root);
});

describe("WeChat's template and style compilers", () => {
  let folder = '';
  beforeAll(() => {
    // They come without the right to be run.
    folder = mkdtempSync(join(tmpdir(), 'wcc-'));
    for (const name of ['wcc', 'wcsc']) {
      copyFileSync(join(compilers, name), join(folder, name));
      execFileSync('chmod', ['+x', join(folder, name)]);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const compile = (name: string, args: string[]) =>
    execFileSync(join(folder, name), [...args, '-o', '/dev/null'], { cwd: program, encoding: 'utf8' });

  it('take every template and every wxs script', () => {
    expect(() => compile('wcc', ['-d', ...filesWith('.wxml', '.wxs')])).not.toThrow();
  });

  it('take every style', () => {
    expect(() => compile('wcsc', ['-lc', ...filesWith('.wxss')])).not.toThrow();
  });

  it('would take a rule that is never closed, which no page then shows', () => {
    const braces = (text: string, brace: string) => text.split(brace).length;
    const open = filesWith('.wxss').filter((file) => {
      const text = readFileSync(join(program, file), 'utf8');
      return braces(text, '{') !== braces(text, '}');
    });
    expect(open).toEqual([]);
  });
});

describe('the letters of icons that are packed', () => {
  const packed = join(program, 'miniprogram_npm/tdesign-miniprogram/icon/icon.wxss');
  const iconsIn = (sheet: string) => [...sheet.matchAll(/\.t-icon-([a-z0-9-]+):before/g)].map(([, icon]) => icon);

  it('are those that a template or a component names, and few others', () => {
    const kept = iconsIn(readFileSync(packed, 'utf8'));
    const templates = filesWith('.wxml').map((file) => readFileSync(join(program, file), 'utf8'));
    const named = templates.flatMap((text) =>
      [...text.matchAll(/<t-icon\b[^>]*?\bname="([a-z0-9-]+)"/g)].map(([, icon]) => icon),
    );
    const all = iconsIn(
      readFileSync(join(root, 'node_modules/tdesign-miniprogram/miniprogram_dist/icon/icon.wxss'), 'utf8'),
    );
    expect(named.filter((icon) => all.includes(icon) && !kept.includes(icon))).toEqual([]);
    expect(kept).toEqual(expect.arrayContaining(['chevron-right', 'close', 'check-circle-filled', 'loading']));
    expect(all.length / kept.length).toBeGreaterThan(5);
  });
});

describe('app.json', () => {
  const app = JSON.parse(readFileSync(join(program, 'app.json'), 'utf8')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
    tabBar: { list: { pagePath: string }[] };
  };
  const pages = [...app.pages, ...app.subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))];

  it('names pages that are there, whole', () => {
    const parts = pages.flatMap((page) => ['.ts', '.json', '.wxml', '.wxss'].map((kind) => page + kind));
    expect(parts.filter((part) => !existsSync(join(program, part)))).toEqual([]);
  });

  it('names every page that is there', () => {
    const there = filesWith('.wxml').filter((file) => /^(packages\/[^/]+\/)?pages\/([^/]+)\/\2\.wxml$/.test(file));
    expect(there.filter((file) => !pages.includes(file.replace('.wxml', '')))).toEqual([]);
  });

  it('keeps tab pages in the main package', () => {
    expect(app.tabBar.list.map(({ pagePath }) => pagePath).filter((page) => !app.pages.includes(page))).toEqual([]);
  });
});

describe("WeChat's own compiler", () => {
  let sizes: PackageSize[] = [];
  beforeAll(async () => {
    sizes = await packageSizes(root);
  }, 200_000);

  it('compiles the program, all pages and components found', () => {
    expect(sizes.every(({ files }) => files > 0)).toBe(true);
  });

  it(`gives a main package of at most ${mainLimit} bytes`, () => {
    expect(sizes.find(({ name }) => name === 'main')?.bytes).toBeLessThanOrEqual(mainLimit);
  });

  it('gives no package that the platform would refuse', () => {
    expect(sizes.filter(({ bytes }) => bytes > platformLimit)).toEqual([]);
  });
});
