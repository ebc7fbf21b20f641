import { checkTypesAndStyle } from './check-types-and-style';
import { printTally, runTests } from './run-tests';

/** Tests that start the cloud with much data, build the product or compile copies of it: `npm test` runs them. */
const slow = ['test/gates', 'test/attacks', 'handlers/', 'scripts/'];

/** What one runs between two thoughts: types, style, and the tests that are done in seconds. */
async function check(): Promise<void> {
  const clean = await checkTypesAndStyle();
  const tally = await runTests('check', [
    '--selectProjects',
    'house',
    '--maxWorkers=2',
    ...slow.map((folder) => `--testPathIgnorePatterns=${folder}`),
  ]);
  printTally(tally);
  if (!clean || tally.failed > 0) process.exit(1);
}

void check();
