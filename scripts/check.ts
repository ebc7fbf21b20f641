import { checkTypesAndStyle } from './check-types-and-style';
import { printTally, runTests } from './run-tests';

/** Tests that need minutes: killed at every request, rosters of thousands, compilers. `npm test` runs them. */
const slow = ['test/gates', 'test/attacks', 'scripts/', 'kills', 'sleeps', 'roster\\.test'];

/** What one runs between two thoughts: types, style, and the tests that are done in seconds. */
async function check(): Promise<void> {
  const clean = await checkTypesAndStyle();
  const tally = await runTests('check', [
    '--selectProjects',
    'house',
    '--maxWorkers=2',
    ...slow.map((pattern) => `--testPathIgnorePatterns=${pattern}`),
  ]);
  printTally(tally);
  if (!clean || tally.failed > 0) process.exit(1);
}

void check();
