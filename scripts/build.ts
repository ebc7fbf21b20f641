import { join } from 'node:path';
import { seedsIn } from '../seeds/seeds-in';
import { buildProduct } from './build/build-product';
import { keysIn } from './keys';

const root = join(__dirname, '..');

async function build(): Promise<void> {
  await buildProduct(root);
  await seedsIn(join(root, 'dist/seeds'), await keysIn(join(root, 'data/keys.env')), new Date());
}

void build();
