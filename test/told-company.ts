import { seedAt } from '../seeds/seeds-in';
import type { Seed } from '../simulator/cloud/seed';
import { freshKeys } from './stage';

type ToldCompany = Required<Seed>;

const told = new Map<number, { keys: Record<string, string>; text: string }>();

/**
 * The seeded company at a moment, as a seed file would hold it: told once a file of tests, since ninety days of points
 * take a while. Puts the keys that it was sealed with into the environment.
 */
export function toldCompany(now: Date): ToldCompany {
  const known = told.get(now.getTime());
  const keys = known?.keys ?? freshKeys();
  Object.assign(process.env, keys);
  const text = known?.text ?? JSON.stringify(seedAt(now));
  told.set(now.getTime(), { keys, text });
  return JSON.parse(text) as ToldCompany;
}
