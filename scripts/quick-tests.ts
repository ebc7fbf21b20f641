import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Need a minute of their own: killed at every request, rosters of thousands, compilers, whole months of nights. */
const slow = /^test\/(gates|attacks)\/|kills|sleeps|roster\.test|nightly|pools\.test|point-cases|runs\.test/;

/** What starts a cloud does so through `test/`. */
const startsCloud = /from '(\.\.\/)+test\//;

const linesOf = (command: readonly string[], root: string): string[] =>
  execFileSync('git', [...command], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .filter((line) => line !== '');

const folders = ['shared', 'cloudfunctions', 'miniprogram', 'seeds', 'test'];

/** The contexts in whose folders something is other than on main of origin; none where git cannot tell. */
function changedContexts(root: string): Set<string> {
  try {
    const [fork = 'HEAD'] = linesOf(['merge-base', 'origin/main', 'HEAD'], root);
    const paths = [
      ...linesOf(['diff', '--name-only', fork], root),
      ...linesOf(['ls-files', '--others', '--exclude-standard'], root),
    ];
    return new Set(paths.flatMap((path) => /^(?:cloudfunctions|shared|seeds)\/([a-z]+)/.exec(path)?.[1] ?? []));
  } catch {
    return new Set();
  }
}

/** The house tests that `npm run check` runs: those without a cloud, and all of the contexts that are being changed. */
export function quickTests(root: string): string[] {
  const changed = changedContexts(root);
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  );
  return paths.filter((path) => {
    if (!path.endsWith('.test.ts') || slow.test(path)) return false;
    const context = /^cloudfunctions\/([a-z]+)\//.exec(path)?.[1];
    return (context !== undefined && changed.has(context)) || !startsCloud.test(readFileSync(join(root, path), 'utf8'));
  });
}
