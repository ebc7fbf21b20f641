import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildResult, build, type Plugin } from 'esbuild';
import { folderOf, type ProgramFiles, packagePaths } from './program-files';

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
 */
export async function bundleScripts(
  files: ProgramFiles,
  components: string[],
  production: boolean,
  problems: string[],
): Promise<{ code: string; map: string }> {
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
      plugins: [resolveLikeWeChat(files), markComponents(scripts)],
    });
    return { code: outputText(result, '.js'), map: outputText(result, '.map') };
  } catch (error) {
    for (const sentence of sentences(error)) problems.push(sentence);
    return { code: 'globalThis.phoneScripts={};', map: '' };
  }
}

/** `/x` starts at the program's root, a bare name in the nearest miniprogram_npm. */
function resolveLikeWeChat(files: ProgramFiles): Plugin {
  return {
    name: 'resolve-like-wechat',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^[^.]/ }, ({ path: request, importer }) => {
        if (importer === '' || importer === '<stdin>') return undefined;
        const candidates = request.startsWith('/')
          ? [request.slice(1)]
          : packagePaths(request, folderOf(files.toVirtual(importer) ?? ''));
        for (const candidate of candidates) {
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
 */
function markComponents(scripts: Map<string, string>): Plugin {
  return {
    name: 'mark-components',
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.[jt]s$/ }, async ({ path: file }) => {
        const is = scripts.get(path.normalize(file));
        if (is === undefined) return undefined;
        const source = await readFile(file, 'utf8');
        const contents = `phoneEnter(${JSON.stringify(is)});${source}\n;phoneLeave();`;
        return { contents, loader: file.endsWith('.ts') ? 'ts' : 'js', resolveDir: path.dirname(file) };
      });
    },
  };
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
