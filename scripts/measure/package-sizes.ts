import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

export interface PackageSize {
  /** `main`, or the name of the subpackage. */
  name: string;
  bytes: number;
  files: number;
}

/** What each package weighs as WeChat's own compiler gives it out (20 s). Throws with the compiler's complaint. */
export async function packageSizes(root: string): Promise<PackageSize[]> {
  const script = join(root, 'scripts/compile-officially.ts');
  const { stdout } = await runFile(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    timeout: 180_000,
    maxBuffer: 50_000_000,
  });
  const compiled = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, number>;
  const app = JSON.parse(await readFile(join(root, 'miniprogram/app.json'), 'utf8')) as {
    subPackages?: { root: string; name: string }[];
  };
  const packages = [...(app.subPackages ?? []), { root: '', name: 'main' }];
  const sizes = packages.map(({ name }) => ({ name, bytes: 0, files: 0 }));
  for (const [path, bytes] of Object.entries(compiled)) {
    const index = packages.findIndex(({ root: folder }) => folder === '' || path.startsWith(`${folder}/`));
    const size = sizes[index];
    if (size === undefined) continue;
    size.bytes += bytes;
    size.files += 1;
  }
  return sizes.reverse();
}
