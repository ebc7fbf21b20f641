import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const copied = ['cloudfunctions', 'shared', 'seeds', 'test', 'simulator', 'miniprogram/cloud', 'scripts'];
const files = ['jest.config.js', 'package.json', 'tsconfig.json', 'tsconfig.base.json', 'subscribe-templates.json'];
/** An error that makes a loop endless is caught by its test's not ending. */
const mostMillis = 300_000;

/** A copy of the sources in which errors can be made while somebody works in the tree. */
export class MutatedCopy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mutants-'));

  constructor(root: string) {
    const ownPackages = (path: string) => !path.includes('node_modules');
    for (const path of copied) {
      cpSync(join(root, path), join(this.folder, path), { recursive: true, filter: ownPackages });
    }
    for (const path of files) cpSync(join(root, path), join(this.folder, path));
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** Whether all of these tests pass; stops at the first that does not. */
  async pass(tests: readonly string[]): Promise<boolean> {
    const args = [
      '--selectProjects',
      'house',
      '--bail',
      '--forceExit',
      '--maxWorkers=2',
      '--silent',
      '--runTestsByPath',
    ];
    const jest = spawn(join(this.folder, 'node_modules/.bin/jest'), [...args, ...tests], {
      cwd: this.folder,
      stdio: 'ignore',
    });
    const clock = setTimeout(() => jest.kill('SIGKILL'), mostMillis);
    const code = await new Promise<number>((resolve) => jest.on('close', (exit) => resolve(exit ?? 1)));
    clearTimeout(clock);
    return code === 0;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
