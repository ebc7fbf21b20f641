import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Pairs, so that both are measured under the same load of the machine. */
const pairs = 15;

function startMillis(script: string): number {
  const begun = process.hrtime.bigint();
  execFileSync(process.execPath, ['-e', script], { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;

/** How long a fresh process takes to load each bundled function, as a multiple of a bare node. */
export async function* coldStarts(root: string): AsyncIterable<object> {
  const functions = join(root, 'dist/cloudfunctions');
  for (const name of readdirSync(functions).sort()) {
    const load = `require(${JSON.stringify(join(functions, name, 'index.js'))})`;
    const bare: number[] = [];
    const loaded: number[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      bare.push(startMillis('0'));
      loaded.push(startMillis(load));
    }
    const [bareMillis, loadMillis] = [median(bare), median(loaded)].map((millis) => Math.round(millis * 10) / 10);
    const ratio = Math.round((median(loaded) / median(bare)) * 100) / 100;
    yield { function: name, ratio, pairs, bareMillis, loadMillis };
  }
}
