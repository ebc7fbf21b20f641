import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import type { AppConfig } from '../browser/program';
import { packageOf } from './packages';
import type { ProgramFiles } from './program-files';

/** WeChat's limits, in bytes: the main package and each subpackage, what one package may preload, all together. */
const PACKAGE_LIMIT = 2 * 1024 * 1024;
const TOTAL_LIMIT = 30 * 1024 * 1024;
/** What is compiled away or left out of an upload unless something uses it. */
const CODE = /\.(?:ts|js|wxml|wxss|wxs|json|map|md|less|scss)$/;
const SCRIPT = /\.(?:ts|js)$/;

/** What a package is weighed by. */
export interface Weighed {
  files: ProgramFiles;
  app: Pick<AppConfig, 'subpackages' | 'preloads'>;
  /** Virtual paths of the code that is part of the program. */
  used: Iterable<string>;
  /** The bundled scripts by root. */
  scripts: ReadonlyMap<string, { code: string }>;
}

/**
 * Names packages that WeChat would not take. The weight is an estimate: the code that is used, scripts minified as
 * DevTools does before an upload when the sources alone are too heavy, and every other file in the folder. What
 * DevTools itself finds decides.
 *
 * @param problems receives what is refused, and what is preloaded beyond the limit (which DevTools checks too)
 * @returns the refusals by root: '' for the main package, '*' for all packages together
 */
export async function weighPackages(weighed: Weighed, problems: string[]): Promise<Record<string, string>> {
  const { app } = weighed;
  const weights = weigh(weighed);
  for (const [root, bytes] of weights) {
    if (bytes > PACKAGE_LIMIT) weights.set(root, await weighMinified(weighed, root));
  }
  const refused: Record<string, string> = {};
  const refuse = (root: string, name: string, bytes: number, limit: number): void => {
    if (bytes <= limit) return;
    const sentence = `${name}: ${exceeds(bytes, limit)}`;
    refused[root] = sentence;
    problems.push(sentence);
  };
  for (const [root, bytes] of weights) {
    refuse(root, root === '' ? 'the main package' : `subpackage "${root}"`, bytes, PACKAGE_LIMIT);
  }
  refuse(
    '*',
    'all packages',
    [...weights.values()].reduce((sum, bytes) => sum + bytes, 0),
    TOTAL_LIMIT,
  );
  for (const { root } of [{ root: '' }, ...app.subpackages]) {
    const pages = Object.entries(app.preloads).filter(([page]) => packageOf(app.subpackages, page) === root);
    const ahead = new Set(pages.flatMap(([, { roots }]) => roots));
    // The main package is no subpackage, which is what the limit is for.
    ahead.delete('');
    const bytes = [...ahead].reduce((sum, each) => sum + (weights.get(each) ?? 0), 0);
    if (bytes <= PACKAGE_LIMIT) continue;
    const whose = root === '' ? 'the main package' : `"${root}"`;
    problems.push(`app.json: preloadRule of the pages in ${whose}: ${exceeds(bytes, PACKAGE_LIMIT)}`);
  }
  return refused;
}

function weigh({ files, app, used }: Weighed): Map<string, number> {
  const weights = new Map([['', 0], ...app.subpackages.map(({ root }): [string, number] => [root, 0])]);
  const seen = new Set([...used].filter((file) => files.exists(file)));
  for (const file of [...seen, ...otherFiles(files.root)]) {
    const root = packageOf(app.subpackages, file);
    weights.set(root, (weights.get(root) ?? 0) + sizeOf(files, file));
  }
  return weights;
}

async function weighMinified(weighed: Weighed, root: string): Promise<number> {
  const { files, app, used, scripts } = weighed;
  const own = [...new Set(used)].filter((file) => files.exists(file) && packageOf(app.subpackages, file) === root);
  const others = otherFiles(files.root).filter((file) => packageOf(app.subpackages, file) === root);
  const rest = [...own.filter((file) => !SCRIPT.test(file)), ...others];
  const { code } = await transform(scripts.get(root)?.code ?? '', { minify: true, logLevel: 'silent' });
  return rest.reduce((sum, file) => sum + sizeOf(files, file), Buffer.byteLength(code));
}

function sizeOf(files: ProgramFiles, file: string): number {
  return statSync(files.toFile(file)).size;
}

/** Pictures, sounds and the like, by virtual path. */
function otherFiles(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const relative = entries.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  const virtual = relative.map((file) => file.split(path.sep).join('/'));
  return virtual.filter((file) => !CODE.test(file) && !/(?:^|\/)(?:node_modules|\.[^/]*)(?:\/|$)/.test(file));
}

/** As WeChat words its error 80051, with the bytes. */
function exceeds(bytes: number, limit: number): string {
  return `source size ${Math.ceil(bytes / 1024)}KB exceed max limit ${limit / 1024 / 1024}MB (80051; ${bytes} bytes)`;
}
