import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, type BuildResult, build, type Plugin, transform } from 'esbuild';
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
 * @returns the scripts by root, and the virtual paths of all files that went into them
 */
export async function bundleScripts(
  program: Program,
  components: ReadonlyMap<string, string[]>,
  production: boolean,
  problems: string[],
): Promise<{ packages: Map<string, PackageScripts>; sources: string[] }> {
  const { files } = program;
  const scripts = new Map<string, string>();
  const entries = (root: string): [string, string][] =>
    [...(root === '' ? ['app'] : []), ...(components.get(root) ?? [])].flatMap((is) => {
      const script = files.script(is);
      if (script === undefined) return [];
      scripts.set(files.toFile(script), is);
      return [[is, files.toFile(script)]];
    });
  const packages = new Map<string, PackageScripts>();
  const sources: string[] = [];
  const borrowed = new Set<string>();
  const bundle = async (root: string): Promise<void> => {
    const contents = `globalThis.phoneScripts=${lazily(entries(root))};${root === '' ? lend(files, borrowed) : ''}`;
    try {
      const plugins = [resolveLikeWeChat(program, root, borrowed), readLikeWeChat(scripts)];
      const result = await build(buildOptions(files.root, contents, production, plugins));
      const inputs = Object.keys(result.metafile.inputs).map((input) => path.resolve(files.root, input));
      sources.push(...inputs.flatMap((input) => files.toVirtual(input) ?? []));
      packages.set(root, { code: outputText(result, '.js'), map: outputText(result, '.map') });
    } catch (error) {
      for (const sentence of sentences(error)) problems.push(sentence);
      packages.set(root, { code: 'globalThis.phoneScripts={};', map: '' });
    }
  };
  // The main package last: only then is known what the others borrow from it.
  await Promise.all([...components.keys()].filter((root) => root !== '').map(bundle));
  await bundle('');
  return { packages, sources };
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

/** What the main package keeps for its subpackages, by virtual path. */
function lend(files: ProgramFiles, borrowed: ReadonlySet<string>): string {
  const modules = [...borrowed].sort().map((virtual): [string, string] => [virtual, files.toFile(virtual)]);
  return `globalThis.phoneModules=${lazily(modules)};`;
}

const BORROWED = 'main-package';

/**
 * `/x` starts at the program's root, an alias where app.json says, a bare name in the nearest miniprogram_npm. What is
 * in the main package is borrowed by a subpackage; what is in another subpackage is not to be had.
 */
function resolveLikeWeChat({ files, aliases, app }: Program, root: string, borrowed: Set<string>): Plugin {
  const find = (request: string, folder: string): string | undefined => {
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
        borrowed.add(found);
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
function readLikeWeChat(scripts: Map<string, string>): Plugin {
  return {
    name: 'read-like-wechat',
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.[jt]s$/ }, async ({ path: file }) => {
        const is = scripts.get(path.normalize(file));
        const source = await readFile(file, 'utf8');
        const mixed = isMixed(source);
        if (is === undefined && !mixed) return undefined;
        const loader = file.endsWith('.ts') ? 'ts' : 'js';
        const marked = is === undefined ? source : `phoneEnter(${JSON.stringify(is)});${source}\n;phoneLeave();`;
        const contents = mixed ? await toCommonJs(marked, loader, file) : marked;
        return { contents, loader, resolveDir: path.dirname(file) };
      });
    },
  };
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
