import { freshKeys } from '../../scripts/keys';
import type { Seed } from '../../simulator/cloud/seed';
import { largeCompany } from './large-company';

Object.assign(process.env, freshKeys());
const now = new Date('2026-11-21T02:00:00.000Z');
const scale = { people: 60, posts: 300 };

/** All its seeds in one, as they end up in the database. What is sealed differs each time, as it should. */
function whole(): Record<string, Record<string, unknown>[]> {
  const all: Record<string, Record<string, unknown>[]> = {};
  for (const { collections = {} } of largeCompany(scale, now) as Iterable<Seed>) {
    for (const [name, documents] of Object.entries(collections)) {
      all[name] = [...(all[name] ?? []), ...(documents as Record<string, unknown>[])];
    }
  }
  return all;
}

const company = whole();
const documents = (name: string) => company[name] ?? [];
const ids = (name: string) => new Set(documents(name).map(({ _id }) => _id));

describe('the large company', () => {
  it('is the same each time on the same day', () => {
    const told = (one: object) => JSON.stringify(one).replaceAll(/"v1\.k1\.[^"]*"/g, '"sealed"');
    expect(told(whole()) === told(company)).toBe(true);
  });

  it('has as many people and posts as it was asked for, each under one id', () => {
    expect(documents('persons')).toHaveLength(scale.people);
    expect(documents('posts').filter(({ lastRequestId }) => /^large-/.test(String(lastRequestId)))).toHaveLength(300);
    for (const [name, list] of Object.entries(company)) expect([name, ids(name).size]).toEqual([name, list.length]);
  });

  it('counts every comment that is there, and accepts only answers that are', () => {
    const written = new Map<unknown, number>();
    for (const { postId } of documents('comments')) written.set(postId, (written.get(postId) ?? 0) + 1);
    for (const { _id, comments, acceptedId } of documents('posts')) {
      expect(comments).toBe(written.get(_id) ?? 0);
      if (acceptedId !== null) expect(ids('comments')).toContain(acceptedId);
    }
    expect(documents('posts').filter(({ acceptedId }) => acceptedId !== null).length).toBeGreaterThan(5);
  });

  it('owes nothing, so that no sweep has to catch up, and says nothing about tomorrow', () => {
    for (const { dutiesSince, at } of [...documents('posts'), ...documents('comments')]) {
      expect(dutiesSince).toBeNull();
      expect(String(at) <= now.toISOString()).toBe(true);
    }
    expect(documents('readings').filter(({ earningSince }) => earningSince !== null)).toEqual([]);
  });
});
