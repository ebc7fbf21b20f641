import { join } from 'node:path';
import { buildProduct } from './build/build-product';
import { checkTypesAndStyle } from './check-types-and-style';
import { printTally, runTests, type Tally } from './run-tests';

const root = join(__dirname, '..');

/**
 * The gates first, because a failure there is the cheapest to find. Then side by side what computes and what waits:
 * half of a journey is waiting for what moves on the screen.
 */
const runs = [
  [{ name: 'gates', args: ['--selectProjects', 'house', '--maxWorkers=2', 'test/.*\\.test\\.ts$'] }],
  [
    {
      name: 'house',
      args: ['--selectProjects', 'house', 'simulator', '--maxWorkers=2', '--testPathIgnorePatterns=/test/'],
    },
    { name: 'journeys', args: ['--selectProjects', 'journeys', '--maxWorkers=3'] },
  ],
];

const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** Everything that continuous integration runs; stops at the first part that fails. */
async function test(): Promise<void> {
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  const clean = await checkTypesAndStyle();
  if (!clean) process.exit(1);
  await buildProduct(root);
  let total: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const beside of runs) {
    const tallies = beside.map(async ({ name, args }) => {
      const tally = await runTests(name, args);
      const sign = tally.failed === 0 ? '✓' : '✗';
      console.log(`${sign} ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds()})`);
      return tally;
    });
    total = (await Promise.all(tallies)).reduce(add, total);
    if (total.failed > 0) break;
  }
  printTally(total);
  if (total.failed > 0) process.exit(1);
}

void test();
