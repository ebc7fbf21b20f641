import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ProgramFiles } from './program-files';

/** WeChat's limits, in bytes: the main package and each subpackage, and all together. */
const PACKAGE_LIMIT = 2 * 1024 * 1024;
const TOTAL_LIMIT = 30 * 1024 * 1024;
/** What is compiled away or left out of an upload unless something uses it. */
const CODE = /\.(?:ts|js|wxml|wxss|wxs|json|map|md|less|scss)$/;

/**
 * Complains about packages that WeChat would not take. The weight is an estimate from the sources: the code that is
 * used, uncompressed, and every other file in the folder. DevTools' own figure decides.
 *
 * @param used virtual paths of the code that is part of the program
 * @param roots of the subpackages
 */
export function weighPackages(files: ProgramFiles, used: Iterable<string>, roots: string[], problems: string[]): void {
  const weights = new Map<string, number>([['', 0], ...roots.map((root): [string, number] => [root, 0])]);
  const weigh = (virtualPath: string): void => {
    const root = roots.find((each) => virtualPath.startsWith(`${each}/`)) ?? '';
    weights.set(root, (weights.get(root) ?? 0) + statSync(files.toFile(virtualPath)).size);
  };
  for (const file of new Set(used)) if (files.exists(file)) weigh(file);
  for (const file of otherFiles(files.root)) weigh(file);
  let total = 0;
  for (const [root, bytes] of weights) {
    total += bytes;
    const name = root === '' ? 'the main package' : `subpackage "${root}"`;
    if (bytes > PACKAGE_LIMIT) problems.push(`${name} weighs about ${megabytes(bytes)}; WeChat takes 2 MB`);
  }
  if (total > TOTAL_LIMIT) problems.push(`the program weighs about ${megabytes(total)}; WeChat takes 30 MB`);
}

/** Pictures, sounds and the like, by virtual path. */
function otherFiles(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const relative = entries.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  const virtual = relative.map((file) => file.split(path.sep).join('/'));
  return virtual.filter((file) => !CODE.test(file) && !/(?:^|\/)(?:node_modules|\.[^/]*)(?:\/|$)/.test(file));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
