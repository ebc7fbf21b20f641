import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';

const root = join(__dirname, '..');

/** What one run of Jest came to. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface JestReport {
  testResults: { name: string; startTime: number; endTime: number }[];
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Runs Jest, shows what it prints, and counts by its own report. A run that gave no report counts as failed. */
export async function runTests(name: string, args: readonly string[]): Promise<Tally> {
  const report = join(root, 'artifacts', `jest-${name}.json`);
  await mkdir(join(root, 'artifacts'), { recursive: true });
  await rm(report, { force: true });
  const jest = spawn(join(root, 'node_modules/.bin/jest'), [...args, '--json', `--outputFile=${report}`], {
    cwd: root,
    // The report also goes to stdout, where nobody wants to read it.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number>((resolve) => jest.on('close', (exit) => resolve(exit ?? 1)));
  const text = await readFile(report, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1, skipped: 0 };
  const counts = JSON.parse(text) as JestReport;
  console.log(slowestOf(counts));
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  return {
    passed: counts.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: counts.numPendingTests,
  };
}

/** As many files as a second look is worth. */
const shownFiles = 5;

/** The files that took longest, in seconds: what the next minute of the whole run would be spent on. */
function slowestOf({ testResults }: JestReport): string {
  const files = testResults
    .map(({ name, startTime, endTime }) => ({ name: relative(root, name), seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds);
  return files
    .slice(0, shownFiles)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`)
    .join('\n');
}

/** The closing line that continuous integration reads. */
export function printTally({ passed, failed, skipped }: Tally): void {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}
