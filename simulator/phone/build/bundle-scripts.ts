import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, type BuildResult, build, type Plugin, transform } from 'esbuild';
import { type Bundle, KeptBundles } from './kept-bundles';
import { outOfReach, packageOf } from './packages';
import { folderOf, normalize, type ProgramFiles, packagePaths } from './program-files';
import type { ReadProgram } from './read-program';

/** What a browser has and WeChat's script engine has not: a program that leans on it must fail here too. */
const ABSENT = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'location',
  'navigator',
];

/** One package's scripts. */
export interface PackageScripts {
  /** Classic script: sets `globalThis.phoneScripts`. */
  code: string;
  /** Its source map, '' when the scripts do not compile. */
  map: string;
}

type Program = Pick<ReadProgram, 'files' | 'aliases' | 'app'>;

/**
 * Bundles app.js and the scripts of all components into a classic script for each package, which defines
 * `window.phoneScripts`: a function per script, run when the phone first needs it, dependencies first. What a
 * subpackage imports from the main package stays there, as in WeChat, and is asked for by path at run time.
 *
 * @param components by the root of their package; '' is the main package, with app.js
 * @param kept what the last build of a watching phone had bundled
 * @returns the scripts by root, and the virtual paths of all files that went into them
 */
export async function bundleScripts(
  program: Program,
  components: ReadonlyMap<string, string[]>,
  production: boolean,
  problems: string[],
  kept: KeptBundles = new KeptBundles(),
): Promise<{ packages: Map<string, PackageScripts>; sources: string[] }> {
  const { files, aliases, app } = program;
  const scripts = new Map<string, string>();
  const entries = (root: string): [string, string][] =>
    [...(root === '' ? ['app'] : []), ...(components.get(root) ?? [])].flatMap((is) => {
      const script = files.script(is);
      if (script === undefined) return [];
      scripts.set(files.toFile(script), is);
      return [[is, files.toFile(script)]];
    });
  const packages = new Map<string, PackageScripts>();
  const sources = new Set<string>();
  const roots = [...components.keys()].filter((root) => root !== '');
  // By package: what others ask of it, the main package's subpackages at once, others when it has come.
  const lent = new Map([...roots, ''].map((root) => [root, new Set<string>()]));
  const lend = (virtual: string): void => void lent.get(packageOf(app.subpackages, virtual))?.add(virtual);
  const bundledWith = new Map<string, number>();
  const find = finder(program);
  const bundle = async (root: string): Promise<void> => {
    const modules = [...(lent.get(root) ?? [])].sort().map((at): [string, string] => [at, files.toFile(at)]);
    bundledWith.set(root, modules.length);
    const lending = `globalThis.phoneModules={...globalThis.phoneModules,...${lazily(modules)}};`;
    const contents = `globalThis.phoneScripts=${lazily(entries(root))};${lending}`;
    const asked = JSON.stringify({ contents, production, aliases, subpackages: app.subpackages });
    const made = kept.find(root, asked) ?? (await bundleOne({ program, root, contents, production, scripts, find }));
    kept.keep(root, asked, made);
    problems.push(...made.problems);
    for (const virtual of made.borrowed) lend(virtual);
    for (const input of made.inputs) sources.add(files.toVirtual(input) ?? input);
    packages.set(root, { code: made.code, map: made.map });
  };
  kept.begin(files.root);
  // The main package last: only then is known what the others borrow from it.
  await Promise.all(roots.map(bundle));
  await bundle('');
  for (;;) {
    const behind = [...lent].filter(([root, modules]) => modules.size > (bundledWith.get(root) ?? 0));
    if (behind.length === 0) return { packages, sources: [...sources] };
    await Promise.all(behind.map(([root]) => bundle(root)));
  }
}

interface BundleOrder {
  program: Program;
  root: string;
  contents: string;
  production: boolean;
  scripts: ReadonlyMap<string, string>;
  find: Find;
}

async function bundleOne(order: BundleOrder): Promise<Bundle> {
  const { program, root, contents, production, scripts, find } = order;
  const { files } = program;
  const problems: string[] = [];
  const borrowed: string[] = [];
  const lend = (virtual: string): void => void borrowed.push(virtual);
  const plugins = [
    resolveLikeWeChat(program, root, find, lend),
    readLikeWeChat({ files, scripts, find, lend, problems }),
  ];
  const startedAt = Date.now();
  try {
    const result = await build(buildOptions(files.root, contents, production, plugins));
    const inputs = Object.keys(result.metafile.inputs).map((input) => path.resolve(files.root, input));
    const [code, map] = [outputText(result, '.js'), outputText(result, '.map')];
    return { code, map, inputs, borrowed, startedAt, problems };
  } catch (error) {
    problems.push(...sentences(error));
    return { code: 'globalThis.phoneScripts={};', map: '', inputs: [], borrowed, startedAt, problems };
  }
}

function buildOptions(root: string, contents: string, production: boolean, plugins: Plugin[]) {
  return {
    stdin: { contents, resolveDir: root },
    absWorkingDir: root,
    preserveSymlinks: true,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    outdir: '/',
    entryNames: 'program-scripts',
    sourcemap: 'external',
    sourcesContent: true,
    minifySyntax: production,
    minifyWhitespace: production,
    resolveExtensions: ['.ts', '.js', '.json'],
    define: {
      'process.env.NODE_ENV': JSON.stringify(production ? 'production' : 'development'),
      ...Object.fromEntries(ABSENT.map((name) => [name, 'undefined'])),
    },
    logLevel: 'silent',
    tsconfigRaw: '{}',
    plugins,
  } as const satisfies BuildOptions;
}

function lazily(modules: readonly [name: string, file: string][]): string {
  return `{${modules.map(([name, file]) => `${JSON.stringify(name)}:()=>require(${JSON.stringify(file)})`).join(',')}}`;
}

const BORROWED = 'main-package';

/** Finds what a script asks for. @returns a virtual path */
type Find = (request: string, folder: string) => string | undefined;

/** `/x` starts at the program's root, an alias where app.json says, a bare name in the nearest miniprogram_npm. */
function finder({ files, aliases }: Program): Find {
  return (request, folder) => {
    const aliased = aliases.flatMap(([from, to]) =>
      request.startsWith(from) ? [to + request.slice(from.length)] : [],
    );
    const candidates = request.startsWith('/')
      ? [request.slice(1)]
      : request.startsWith('.')
        ? [normalize(`${folder}/${request}`)]
        : [...aliased, ...packagePaths(request, folder)];
    for (const named of candidates) {
      // A TypeScript file is imported under the name of the JavaScript it becomes.
      const candidate = files.exists(named) ? named : named.replace(/\.js$/, '');
      const script = [candidate, `${candidate}/index`].map((at) => files.script(at)).find((at) => at !== undefined);
      if (script !== undefined) return script;
      if (files.exists(candidate)) return candidate;
    }
    return undefined;
  };
}

/** What is in the main package is borrowed by a subpackage; what is in another subpackage is not to be had. */
function resolveLikeWeChat(program: Program, root: string, find: Find, lend: (virtual: string) => void): Plugin {
  const { files, app } = program;
  return {
    name: 'resolve-like-wechat',
    setup(esbuild) {
      esbuild.onResolve({ filter: /./ }, ({ path: request, importer }) => {
        if (importer === '' || importer === '<stdin>') return undefined;
        const from = files.toVirtual(importer) ?? '';
        const found = find(request, folderOf(from));
        if (found === undefined) return undefined;
        const reason = outOfReach(app.subpackages, root, found);
        if (reason !== undefined) return { errors: [{ text: `${from}: module "${found}" ${reason}` }] };
        if (packageOf(app.subpackages, found) === root) return { path: files.toFile(found) };
        lend(found);
        return { path: found, namespace: BORROWED };
      });
      esbuild.onLoad({ filter: /./, namespace: BORROWED }, ({ path: virtual }) => ({
        contents: `module.exports=phoneModules[${JSON.stringify(virtual)}]()`,
      }));
    },
  };
}

/**
 * `Component()` may be called from a library on behalf of the file being run (TDesign does): each component's
 * script says on entering which one it is. On one line, so that source maps keep their lines.
 *
 * WeChat compiles every file to CommonJS, so that one may say `export` and `module.exports`, of which the latter holds;
 * esbuild would know only the former.
 */
function readLikeWeChat(reading: Reading): Plugin {
  return {
    name: 'read-like-wechat',
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.[jt]s$/ }, async ({ path: file }) => {
        const is = reading.scripts.get(path.normalize(file));
        const written = await readFile(file, 'utf8');
        const source = askLater(written, reading.files.toVirtual(file) ?? '', reading);
        const mixed = isMixed(source);
        if (is === undefined && !mixed && source === written) return undefined;
        const loader = file.endsWith('.ts') ? 'ts' : 'js';
        const marked = is === undefined ? source : `phoneEnter(${JSON.stringify(is)});${source}\n;phoneLeave();`;
        const contents = mixed ? await toCommonJs(marked, loader, file) : marked;
        return { contents, loader, resolveDir: path.dirname(file) };
      });
    },
  };
}

interface Reading {
  files: ProgramFiles;
  scripts: ReadonlyMap<string, string>;
  find: Find;
  lend: (virtual: string) => void;
  problems: string[];
}

const ASKED = /\brequire(\.async)?\s*\(\s*(['"])([^'"\n]+)\2\s*([,)])/g;

/**
 * `require.async(path)` and `require(path, callback)`: a module of any package, had when its package has come (WeChat's
 * guide: 分包异步化). It is lent by its package and asked for by its virtual path at run time.
 */
function askLater(source: string, from: string, { find, lend, problems }: Reading): string {
  const asked = source.replace(ASKED, (whole, later: string | undefined, _quote, request: string, end: string) => {
    if (later === undefined && end === ')') return whole;
    const found = find(request, folderOf(from));
    if (found === undefined) problems.push(`${from}: require.async("${request}") not found`);
    else lend(found);
    return `phoneRequire(${JSON.stringify(found ?? request)}${end}`;
  });
  return asked.replace(/\brequire\.async\b/g, 'phoneRequire');
}

function isMixed(source: string): boolean {
  return /^\s*(?:import|export)\s/m.test(source) && /^\s*(?:module\.)?exports\b/m.test(source);
}

async function toCommonJs(source: string, loader: 'js' | 'ts', file: string): Promise<string> {
  const options = { loader, format: 'cjs', sourcemap: 'inline', sourcefile: file, logLevel: 'silent' } as const;
  return (await transform(source, options)).code;
}

function outputText(result: BuildResult & { outputFiles?: { path: string; text: string }[] }, suffix: string): string {
  return result.outputFiles?.find((file) => file.path.endsWith(suffix))?.text ?? '';
}

function sentences(error: unknown): string[] {
  if (typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)) {
    return error.errors.map((each: { text: string; location: { file: string; line: number } | null }) =>
      each.location === null ? each.text : `${each.location.file}:${each.location.line}: ${each.text}`,
    );
  }
  return [error instanceof Error ? error.message : String(error)];
}
