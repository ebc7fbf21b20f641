import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const copied = ['cloudfunctions', 'shared', 'seeds', 'test', 'simulator', 'miniprogram/cloud', 'scripts'];
const files = ['jest.config.js', 'package.json', 'tsconfig.json', 'tsconfig.base.json', 'subscribe-templates.json'];
/** Longer than all tests of a context take on a busy machine. */
const mostMillis = 900_000;

/** What Istanbul writes down of each source. */
type Coverage = Record<string, { path: string; statementMap: Statements; s: Record<string, number> }>;
type Statements = Record<string, { start: { line: number }; end: { line: number } }>;

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

  /** The lines of this folder's sources that a test never comes to, by their paths; throws when it fails. */
  async linesMissed(test: string, folder: string): Promise<Map<string, Set<number>>> {
    // Counting lines takes its time; what is late here says nothing.
    const coverage = [
      '--testTimeout=300000',
      '--coverage',
      '--coverageReporters=json',
      `--collectCoverageFrom=${folder}/**/*.ts`,
    ];
    const ending = await this.run([test], coverage);
    if (ending !== 'passed') throw new Error(`${test} fails before anything is wrong:\n${this.printed}`);
    const found = JSON.parse(readFileSync(join(this.folder, 'coverage/coverage-final.json'), 'utf8')) as Coverage;
    return new Map(
      Object.values(found).map(({ path, statementMap, s }) => [relative(this.folder, path), missedIn(statementMap, s)]),
    );
  }

  private async run(tests: readonly string[], more: readonly string[] = []): Promise<'passed' | 'failed' | 'late'> {
    const args = [
      '--selectProjects',
      'house',
      '--bail',
      '--forceExit',
      '--maxWorkers=1',
      ...(more.length > 0 ? more : ['--testTimeout=60000']),
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

/** A line belongs to the shortest statement around it: the whole file is one, and so is a handler. */
function missedIn(statements: Statements, counts: Readonly<Record<string, number>>): Set<number> {
  const longestFirst = Object.entries(statements)
    .map(([id, { start, end }]) => ({ from: start.line, to: end.line, isMet: (counts[id] ?? 0) > 0 }))
    .sort((one, other) => other.to - other.from - (one.to - one.from) || Number(one.isMet) - Number(other.isMet));
  const missed = new Set<number>();
  for (const { from, to, isMet } of longestFirst) {
    for (let line = from; line <= to; line += 1) {
      if (isMet) missed.delete(line);
      else missed.add(line);
    }
  }
  return missed;
}
