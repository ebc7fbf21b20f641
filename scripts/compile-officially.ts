import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCompiledResult, Project } from 'miniprogram-ci';

/** What the compiler asks WeChat's server for, as an ordinary account has it: the only thing it needs a network for. */
const account = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

/**
 * Compiles the mini program with WeChat's own compiler and prints one line of JSON: the bytes of each compiled file.
 * A page or component that is missing and a script that cannot be read end it with an error.
 */
async function compileOfficially(root: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'compile-'));
  try {
    const keyFile = join(folder, 'key.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(keyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }));
    const { setting } = JSON.parse(await readFile(join(root, 'project.config.json'), 'utf8')) as { setting: object };
    const project = new Project({
      appid: 'wx0000000000000000',
      type: 'miniProgram',
      projectPath: root,
      privateKeyPath: keyFile,
      ignores: ['node_modules/**/*', 'miniprogram/**/*.test.ts'],
    });
    Object.assign(project, { attr: async () => account, attrSync: () => account, _attr: account });
    const compiled = await getCompiledResult({
      // Its own declarations disagree under exactOptionalPropertyTypes.
      project: project as Parameters<typeof getCompiledResult>[0]['project'],
      version: '0.0.0',
      setting,
      onProgressUpdate: () => {},
    });
    const sizes = Object.entries(compiled).map(([path, content]) => {
      return [path, Buffer.byteLength(content)] as const;
    });
    console.log(JSON.stringify(Object.fromEntries(sizes)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

compileOfficially(join(__dirname, '..')).then(
  // The compiler leaves workers of its own behind.
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
