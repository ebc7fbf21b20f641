import { join } from 'node:path';
import { checkTypesAndStyle } from './check-types-and-style';
import { quickTests } from './quick-tests';
import { printTally, runTests } from './run-tests';

/** What one runs between two thoughts: types, style, tests without a cloud, and those of what is being changed. */
async function check(): Promise<void> {
  const clean = await checkTypesAndStyle();
  const tally = await runTests('check', [
    '--selectProjects',
    'house',
    '--maxWorkers=2',
    '--runTestsByPath',
    ...quickTests(join(__dirname, '..')),
  ]);
  printTally(tally);
  if (!clean || tally.failed > 0) process.exit(1);
}

void check();
