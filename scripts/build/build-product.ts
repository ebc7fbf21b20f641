import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFunctions } from './bundle-functions';
import { packNpm } from './pack-npm';

/** Whatever can change what a build gives. The phone reads miniprogram/ itself; only its npm part is built here. */
const sources = ['cloudfunctions', 'shared', 'miniprogram', 'scripts/build', 'package-lock.json'];

async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const inside = (await stat(path)).isDirectory()
      ? await readdir(path, { recursive: true, withFileTypes: true })
      : [];
    const files = inside
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('miniprogram_npm'))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of [...files, ...(inside.length === 0 ? [path] : [])].sort()) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** Functions into dist/cloudfunctions, TDesign's parts into miniprogram/miniprogram_npm. */
export async function buildProduct(root: string): Promise<void> {
  const print = await fingerprint(root);
  await rm(join(root, 'dist/cloudfunctions'), { recursive: true, force: true });
  const [functions, packed] = await Promise.all([
    bundleFunctions(root, join(root, 'dist/cloudfunctions')),
    packNpm(root),
  ]);
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, 'dist/fingerprint'), print);
  console.log(`已构建云函数 ${functions.join('、')}；小程序 npm 文件 ${packed.files} 个`);
}

/** Builds only when a source changed since the last build. */
export async function buildIfChanged(root: string): Promise<void> {
  const last = await readFile(join(root, 'dist/fingerprint'), 'utf8').catch(() => '');
  const packed = await stat(join(root, 'miniprogram/miniprogram_npm')).catch(() => null);
  if (packed === null || last !== (await fingerprint(root))) await buildProduct(root);
}
