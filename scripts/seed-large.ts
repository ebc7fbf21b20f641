import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { largeCompany, largeScale } from '../seeds/large/large-company';
import { readFunctions } from '../simulator/cloud/functions/read-functions';
import { startCloud } from '../simulator/cloud/start-cloud';
import { buildIfChanged } from './build/build-product';
import { keysIn } from './keys';

const root = join(__dirname, '..');

/** Plants the large company into a data folder of its own, from nothing: a run that was broken off is begun again. */
async function seedLarge(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string', default: 'data/large' } } });
  const folder = resolve(values.data);
  await buildIfChanged(root);
  const startedAt = Date.now();
  Object.assign(process.env, await keysIn(join(folder, 'keys.env')));
  const declarations = readFunctions(join(root, 'dist/cloudfunctions')).map(({ declaration }) => declaration);
  const cloud = await startCloud({ data: folder, fresh: true, sync: 'OFF', declarations });
  let documents = 0;
  try {
    for (const seed of largeCompany(largeScale, new Date())) {
      await cloud.seed(seed);
      documents += Object.values(seed.collections ?? {}).reduce((sum, list) => sum + list.length, 0);
    }
  } catch (error) {
    await cloud.close();
    await rm(join(folder, 'database.sqlite'), { force: true });
    throw error;
  }
  await cloud.close();
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const { people, posts } = largeScale;
  console.log(`${people} people, ${posts} posts, ${documents} documents in ${seconds} s`);
  console.log(`npm start -- --data ${values.data}`);
}

seedLarge().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
