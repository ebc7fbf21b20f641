import { access, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, normalize, relative } from 'node:path';

/** The one npm package whose files reach the phone, and where its maker keeps what mini programs use. */
const packageName = 'tdesign-miniprogram';

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Matches what names another file, by kind of file. The package's own files are minified, so blanks are optional. */
const mentions: Readonly<Record<string, RegExp>> = {
  '.js': /(?:\bfrom|\bimport|\brequire\()\s*["']([^"']+)["']/g,
  '.ts': /^import (?!type\b)[^'"]*["']([^"']+)["']/gm,
  '.wxml': /<(?:import|include|wxs)\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/g,
  '.wxs': /\brequire\(\s*["']([^"']+)["']\s*\)/g,
  '.wxss': /@import\s*["']([^"']+)["']/g,
};

async function namedIn(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  const kind = extname(file);
  if (kind === '.json') {
    const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Record<string, string> };
    return Object.values(usingComponents);
  }
  const pattern = mentions[kind];
  return pattern ? [...text.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name])) : [];
}

/** The files that a mention stands for: a component is four files, a script may leave out its ending. */
async function filesOf(mention: string, from: string, packageRoot: string): Promise<string[]> {
  const isScript = ['.js', '.json'].includes(extname(from));
  const isBare = isScript && !mention.startsWith('.') && !mention.startsWith('/');
  const base = isBare ? join(packageRoot, 'miniprogram_npm', mention) : normalize(join(dirname(from), mention));
  const endings = extname(from) === '.json' ? ['.json', '.js', '.wxml', '.wxss'] : ['', '.js', '/index.js'];
  const tried = await Promise.all(
    endings.map(async (ending) => ((await exists(base + ending)) ? [base + ending] : [])),
  );
  return tried.flat().filter((file) => extname(file) !== '');
}

/** What the mini program itself names of the package, as paths inside the package. */
async function namedByProgram(programRoot: string): Promise<{ components: string[]; files: string[] }> {
  const all = await readdir(programRoot, { recursive: true });
  const own = all.filter((file) => !file.startsWith('miniprogram_npm'));
  const mentioned = (kind: string) =>
    Promise.all(own.filter((file) => file.endsWith(kind)).map((file) => namedIn(join(programRoot, file))));
  const inside = (names: string[][]) =>
    names.flat().flatMap((name) => {
      const path = new RegExp(`(?:^|/)${packageName}/(.+)$`).exec(name)?.[1];
      return path === undefined ? [] : [path];
    });
  const scripts = inside(await mentioned('.ts')).map((path) => (extname(path) === '.js' ? path : `${path}.js`));
  return {
    components: inside(await mentioned('.json')),
    files: [...scripts, ...inside(await mentioned('.wxss'))],
  };
}

/** Gives each of 2,300 letters of TDesign's icon font a class: 112 kB of the main package. */
const iconSheet = 'icon/icon.wxss';
const iconRule = /\.t-icon-([a-z0-9-]+):before\{[^}]*\}\n?/g;

/** Takes out the icons that no file of the program or of the packed components says, alone or before `-filled`. */
async function keepNamedIcons(programRoot: string, sheet: string): Promise<void> {
  if (!(await exists(sheet))) return;
  const all = await readdir(programRoot, { recursive: true });
  const read = await Promise.all(
    all
      .filter((file) => /\.(?:ts|js|json|wxml|wxs)$/.test(file))
      .map((file) => readFile(join(programRoot, file), 'utf8')),
  );
  const said = new Set(read.flatMap((text) => text.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []));
  const isNamed = (icon: string) => said.has(icon) || said.has(icon.replace(/-filled$/, ''));
  const text = await readFile(sheet, 'utf8');
  await writeFile(
    sheet,
    text.replace(iconRule, (rule, icon: string) => (isNamed(icon) ? rule : '')),
  );
}

/**
 * Puts the components that the mini program uses, and whatever they use, into `miniprogram_npm`. DevTools' own packing
 * takes the whole package (over 2 MB); what is not named anywhere stays out here.
 */
export async function packNpm(root: string): Promise<{ files: number }> {
  const programRoot = join(root, 'miniprogram');
  const packageRoot = join(root, 'node_modules', packageName, 'miniprogram_dist');
  const named = await namedByProgram(programRoot);
  const entries = await Promise.all(
    named.components.map((path) => filesOf(join('/', path), join(packageRoot, 'entry.json'), packageRoot)),
  );
  const waiting = [...entries.flat(), ...named.files.map((path) => join(packageRoot, path))];
  const taken = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (taken.has(file)) continue;
    taken.add(file);
    for (const mention of await namedIn(file)) waiting.push(...(await filesOf(mention, file, packageRoot)));
  }
  const target = join(programRoot, 'miniprogram_npm', packageName);
  await rm(join(programRoot, 'miniprogram_npm'), { recursive: true, force: true });
  for (const file of [...taken].sort()) {
    const to = join(target, relative(packageRoot, file));
    await mkdir(dirname(to), { recursive: true });
    await copyFile(file, to);
  }
  await keepNamedIcons(programRoot, join(target, iconSheet));
  return { files: taken.size };
}
