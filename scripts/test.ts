import { join } from 'node:path';
import { buildProduct } from './build/build-product';
import { checkTypesAndStyle } from './check-types-and-style';
import { printTally, runTests, type Tally } from './run-tests';

const root = join(__dirname, '..');

/**
 * In the order in which a failure is cheapest to find. Half of a journey is waiting for what moves on the screen: three
 * beside each other fill two processors.
 */
const runs = [
  { name: 'gates', args: ['--selectProjects', 'house', '--maxWorkers=2', 'test/.*\\.test\\.ts$'] },
  { name: 'house', args: ['--selectProjects', 'house', '--maxWorkers=2', '--testPathIgnorePatterns=/test/'] },
  { name: 'simulator', args: ['--selectProjects', 'simulator', '--maxWorkers=2'] },
  { name: 'journeys', args: ['--selectProjects', 'journeys', '--maxWorkers=3'] },
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
  for (const { name, args } of runs) {
    const tally = await runTests(name, args);
    total = add(total, tally);
    console.log(
      `${tally.failed === 0 ? '✓' : '✗'} ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds()})`,
    );
    if (tally.failed > 0) break;
  }
  printTally(total);
  if (total.failed > 0) process.exit(1);
}

void test();
