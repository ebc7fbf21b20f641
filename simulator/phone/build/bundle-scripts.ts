import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildResult, build, type Plugin, transform } from 'esbuild';
import { folderOf, packagePaths } from './program-files';
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

/**
 * Bundles app.js and the scripts of all components into one classic script that defines `window.phoneScripts`:
 * a function per script, run when the phone first needs it, dependencies first.
 *
 * @returns the script, its source map, and the virtual paths of all files that went into it
 */
export async function bundleScripts(
  { files, aliases }: Pick<ReadProgram, 'files' | 'aliases'>,
  components: string[],
  production: boolean,
  problems: string[],
): Promise<{ code: string; map: string; sources: string[] }> {
  const scripts = new Map<string, string>();
  for (const is of ['app', ...components]) {
    const script = files.script(is);
    if (script !== undefined) scripts.set(files.toFile(script), is);
  }
  const entry = [...scripts].map(([file, is]) => `${JSON.stringify(is)}:()=>require(${JSON.stringify(file)})`);
  try {
    const result = await build({
      stdin: { contents: `globalThis.phoneScripts={${entry.join(',')}};`, resolveDir: files.root },
      absWorkingDir: files.root,
      preserveSymlinks: true,
      bundle: true,
      write: false,
      metafile: true,
      format: 'iife',
      target: 'es2022',
      outdir: '/',
      entryNames: 'program-scripts',
      sourcemap: production ? false : 'external',
      sourcesContent: true,
      minifySyntax: production,
      resolveExtensions: ['.ts', '.js', '.json'],
      define: {
        'process.env.NODE_ENV': JSON.stringify(production ? 'production' : 'development'),
        ...Object.fromEntries(ABSENT.map((name) => [name, 'undefined'])),
      },
      logLevel: 'silent',
      tsconfigRaw: '{}',
      plugins: [resolveLikeWeChat({ files, aliases }), readLikeWeChat(scripts)],
    });
    const inputs = Object.keys(result.metafile.inputs).map((input) => path.resolve(files.root, input));
    const sources = inputs.flatMap((input) => files.toVirtual(input) ?? []);
    return { code: outputText(result, '.js'), map: outputText(result, '.map'), sources };
  } catch (error) {
    for (const sentence of sentences(error)) problems.push(sentence);
    return { code: 'globalThis.phoneScripts={};', map: '', sources: [] };
  }
}

/** `/x` starts at the program's root, an alias where app.json says, a bare name in the nearest miniprogram_npm. */
function resolveLikeWeChat({ files, aliases }: Pick<ReadProgram, 'files' | 'aliases'>): Plugin {
  return {
    name: 'resolve-like-wechat',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^[^.]/ }, ({ path: request, importer }) => {
        if (importer === '' || importer === '<stdin>') return undefined;
        const aliased = aliases.flatMap(([from, to]) =>
          request.startsWith(from) ? [to + request.slice(from.length)] : [],
        );
        const candidates = request.startsWith('/')
          ? [request.slice(1)]
          : [...aliased, ...packagePaths(request, folderOf(files.toVirtual(importer) ?? ''))];
        for (const named of candidates) {
          // A TypeScript file is imported under the name of the JavaScript it becomes.
          const candidate = files.exists(named) ? named : named.replace(/\.js$/, '');
          const script = [candidate, `${candidate}/index`].map((at) => files.script(at)).find((at) => at !== undefined);
          if (script !== undefined) return { path: files.toFile(script) };
          if (files.exists(candidate)) return { path: files.toFile(candidate) };
        }
        return undefined;
      });
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
