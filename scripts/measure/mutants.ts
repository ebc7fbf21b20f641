import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { equivalents } from './mutants/equivalents';
import { MutatedCopy } from './mutants/mutated-copy';
import { type Mutation, mutationsIn } from './mutants/mutations-in';

/** The draw of a run without a seed of its own. */
const usualSeed = 20_261_122;
const drawn = 48;
const context = 'cloudfunctions/points';
/** Where an error would cost somebody points. */
const judged = ['rules/', 'handlers/', 'books/', 'jobs/', 'nightly/', 'pooling/'];
/** What the tests judge by is not judged itself. */
const judges = /books\/(audit|group-by)/;
/** Killed at every request: they take a minute each, and are asked last. */
const slow = /(kills|sleeps|point-cases)[^/]*\.test\.ts$/;

/**
 * Errors made one at a time in the rules and handlers of points, and how many of them the tests catch. Another seed
 * draws other errors: a draw whose survivors were mended says nothing any more about those that nobody looked at.
 */
export async function* mutants(root: string, seed = usualSeed): AsyncIterable<object> {
  const paths = readdirSync(join(root, context), { recursive: true, encoding: 'utf8' });
  const all = sourcesIn(paths).flatMap((path) => mutationsIn(path, readFileSync(join(root, path), 'utf8')));
  const tests = paths.filter((path) => path.endsWith('.test.ts')).map((path) => `${context}/${path}`);
  const [quick, late] = [tests.filter((test) => !slow.test(test)), tests.filter((test) => slow.test(test))];
  const copy = new MutatedCopy(root);
  const survivors: Mutation[] = [];
  let made = 0;
  try {
    const missed = new Map<string, Map<string, Set<number>>>();
    for (const test of quick) missed.set(test, await copy.linesMissed(test, context));
    // A test that never comes to an error cannot notice it.
    const meeting = ({ path, line }: Mutation, some: readonly string[]) =>
      some.filter((test) => missed.get(test)?.get(path)?.has(line) === false);
    for (const mutation of draw(all, seed)) {
      const equivalent = equivalents.find((one) => isSame(one, mutation));
      if (equivalent) {
        yield { leftOut: equivalent.reason, ...said(mutation) };
        continue;
      }
      made += 1;
      const isCaught = await isCaughtBy(copy, mutation, inOrder(mutation, meeting(mutation, quick)));
      if (!isCaught) survivors.push(mutation);
      yield { caught: isCaught, late: copy.isLate, ...said(mutation) };
    }
    let left = survivors.length;
    for (const mutation of survivors) {
      const isCaught = await isCaughtBy(copy, mutation, [late]);
      if (isCaught) left -= 1;
      yield { caughtByKills: isCaught, late: copy.isLate, ...said(mutation) };
    }
    const caught = made - left;
    yield { seed, places: all.length, caught, of: made, share: Number((caught / made).toFixed(3)) };
  } finally {
    copy.remove();
  }
}

/** What is judged, in one order everywhere. */
function sourcesIn(paths: readonly string[]): string[] {
  return paths
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .filter((path) => judged.some((folder) => path.startsWith(folder)) && !judges.test(path))
    .map((path) => `${context}/${path}`)
    .sort();
}

const said = ({ path, line, kind, before, after }: Mutation) => {
  return { path, line, kind, before: before.slice(0, 200), after: after.slice(0, 200) };
};

const isSame = (one: Pick<Mutation, 'path' | 'kind' | 'before' | 'after'>, other: Mutation) =>
  one.path === other.path && one.kind === other.kind && one.before === other.before && one.after === other.after;

/**
 * Every kind of error as often as every other, as far as there are enough places for it. A place has its lot from what
 * it says and the function it is in, so that what is written elsewhere changes a draw only by what it adds or removes.
 */
function draw(all: readonly Mutation[], seed: number): Mutation[] {
  const byLot = withLots(all, seed).sort((one, other) => (one.lot < other.lot ? -1 : 1));
  const byKind = new Map<string, Mutation[]>();
  for (const { mutation } of byLot) byKind.set(mutation.kind, [...(byKind.get(mutation.kind) ?? []), mutation]);
  const kinds = [...byKind].sort(([one], [other]) => (one < other ? -1 : 1));
  const some: Mutation[] = [];
  for (let turn = 0; some.length < Math.min(drawn, all.length); turn += 1) {
    some.push(...kinds.flatMap(([, left]) => left[turn] ?? []).slice(0, drawn - some.length));
  }
  return some;
}

/** Places of a function that say the same are told apart by their order in it. */
function withLots(all: readonly Mutation[], seed: number): { lot: string; mutation: Mutation }[] {
  const alike = new Map<string, number>();
  return all.map((mutation) => {
    const { path, within, kind, before, after } = mutation;
    const place = JSON.stringify([path, within, kind, before, after]);
    const earlier = alike.get(place) ?? 0;
    alike.set(place, earlier + 1);
    const lot = createHash('sha256').update(`${seed} ${earlier} ${place}`).digest('hex');
    return { lot, mutation };
  });
}

/** The nearest and quickest tests first: most errors are caught by them. */
function inOrder({ path }: Mutation, tests: readonly string[]): string[][] {
  const own = path.replace(/\.ts$/, '.test.ts');
  const words = basename(path, '.ts')
    .split('-')
    .filter((word) => word.length > 3);
  const isNear = (test: string) =>
    test === own || dirname(test) === dirname(path) || words.some((word) => basename(test).includes(word.slice(0, 5)));
  return [tests.filter(isNear), tests.filter((test) => !isNear(test))];
}

async function isCaughtBy(copy: MutatedCopy, { path, source, mutated }: Mutation, groups: readonly string[][]) {
  copy.write(path, mutated);
  try {
    for (const group of groups) if (group.length > 0 && !(await copy.pass(group))) return true;
    return false;
  } finally {
    copy.write(path, source);
  }
}
