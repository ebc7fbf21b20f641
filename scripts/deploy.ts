import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FunctionDeclaration } from '../simulator/cloud/function-declaration';
import { buildProduct } from './build/build-product';
import { openEnvironment } from './deploy/environment';
import { inWords, planOf } from './deploy/plan';

const root = join(__dirname, '..');

async function declarations(): Promise<FunctionDeclaration[]> {
  const folder = join(root, 'dist/cloudfunctions');
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name, 'function.json'), 'utf8')));
  return texts.map((text) => JSON.parse(text) as FunctionDeclaration);
}

async function deploy(): Promise<void> {
  const { values } = parseArgs({
    options: { env: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const { env, 'dry-run': isDry } = values;
  await buildProduct(root);
  if (env === undefined && !isDry) throw new Error('npm run deploy -- --env ENVIRONMENT [--dry-run]');
  const environment = env === undefined ? null : await openEnvironment(env, root);
  const present = (await environment?.present()) ?? { functions: [], collections: {} };
  const steps = planOf(await declarations(), present);
  console.log(env === undefined ? 'An empty environment would get:' : `Environment ${env}:`);
  for (const step of steps) {
    console.log(`  ${inWords(step)}`);
    if (!isDry) await environment?.carryOut(step);
  }
}

deploy().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
