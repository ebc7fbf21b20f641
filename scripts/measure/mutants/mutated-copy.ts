import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const copied = ['cloudfunctions', 'shared', 'seeds', 'test', 'simulator', 'miniprogram/cloud', 'scripts'];
const files = ['jest.config.js', 'package.json', 'tsconfig.json', 'tsconfig.base.json', 'subscribe-templates.json'];
/** Longer than all tests of a context take on a busy machine. */
const mostMillis = 900_000;

/** A copy of the sources in which errors can be made while somebody works in the tree. */
export class MutatedCopy {
  /** What the latest tests said. */
  printed = '';
  /** Whether they ended because one of them took too long, which has to be looked at. */
  isLate = false;
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

  /**
   * Whether all of these tests pass; stops at the first that does not. A test that took too long is asked a second
   * time, since the machine may have been busy: an error that makes a loop endless is endless again.
   */
  async pass(tests: readonly string[]): Promise<boolean> {
    const first = await this.run(tests);
    const ending = first === 'late' ? await this.run(tests) : first;
    this.isLate = ending === 'late';
    return ending === 'passed';
  }

  private async run(tests: readonly string[]): Promise<'passed' | 'failed' | 'late'> {
    const args = [
      '--selectProjects',
      'house',
      '--bail',
      '--forceExit',
      '--maxWorkers=1',
      '--testTimeout=60000',
      '--silent',
      '--runTestsByPath',
    ];
    const jest = spawn(join(this.folder, 'node_modules/.bin/jest'), [...args, ...tests], {
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.printed = '';
    jest.stderr.on('data', (text) => (this.printed += String(text)));
    const clock = setTimeout(() => jest.kill('SIGKILL'), mostMillis);
    const code = await new Promise<number | null>((resolve) => jest.on('close', (exit) => resolve(exit)));
    clearTimeout(clock);
    if (code === 0) return 'passed';
    return code === null || this.printed.includes('Exceeded timeout') ? 'late' : 'failed';
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
