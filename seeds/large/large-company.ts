import { join } from 'node:path';
import { leaderSortOf, mostAdvised, type StoredAdviser } from '../../cloudfunctions/community/rules/faq';
import { Random } from '../../scripts/random';
import type { Seed } from '../../simulator/cloud/seed';
import { figures } from '../company';
import { seedAt } from '../seeds-in';
import { largeNews, largeNotices, largeSuggestions, largeThanks } from './large-neighbours';
import { type Colleague, largeColleagues, largePeople } from './large-people';
import { type LargePosts, largePosts } from './large-posts';

/** How large: everything else follows from people and posts in believable proportion. */
export interface LargeScale {
  people: number;
  posts: number;
}

/** A thousand people who have written for two years. */
export const largeScale: LargeScale = { people: 1000, posts: 100_000 };

/** The same company always: what it is made of follows from this and from the day. */
const seedNumber = 20_261_122;
/** Posts that are in memory at once. */
const portion = 10_000;
/** Beside the phone stand the people of the story and so many others. */
const shownPeople = 8;
const pictures = join(__dirname, '../pictures');

/** The colleagues of the large company who are not of the story. */
function largeCrowd({ people }: LargeScale, now: Date): { colleagues: Colleague[]; random: Random } {
  const random = new Random(seedNumber);
  const names = figures.map(({ name }) => name);
  return { colleagues: largeColleagues(now, Math.max(20, people - figures.length), names, random), random };
}

/** 云杉科技 with its story, grown: one seed after another, each planted before the next is made. */
export function* largeCompany(scale: LargeScale, now: Date): Generator<Seed> {
  const { colleagues, random } = largeCrowd(scale, now);
  const { identities, collections, files } = seedAt(now);
  const shown = colleagues.slice(0, shownPeople);
  yield {
    identities: [
      ...identities,
      ...shown.map(({ openId, name, departmentName, position }) => ({
        ...{ openId, name, group: '大公司', note: `${departmentName} · ${position}` },
      })),
    ],
    collections: plain(collections),
    files: files.map(({ cloudPath, source }) => ({ cloudPath, source: join(pictures, source) })),
  };
  const { departments, ...people } = largePeople(colleagues, now);
  const known = new Set(collections.departments.map(({ _id }) => _id));
  yield { collections: plain({ ...people, departments: departments.filter(({ _id }) => !known.has(_id)) }) };
  const advised: Advised = new Map();
  for (let first = 0; first < scale.posts; first += portion) {
    const range = { first, after: Math.min(scale.posts, first + portion), count: scale.posts };
    const made = largePosts(colleagues, range, now, random);
    noteHelp(made, advised);
    const { files: postFiles, ...documents } = made;
    yield {
      collections: plain(documents),
      files: postFiles.map(({ cloudPath, source }) => ({ cloudPath, source: join(pictures, source) })),
    };
  }
  yield {
    collections: plain({
      advisers: advisersOf(advised),
      ...largeNews(colleagues, Math.ceil(scale.posts / 500), now, random),
      ...largeThanks(colleagues, Math.ceil(scale.posts / 20), now, random),
      suggestions: largeSuggestions(colleagues, Math.ceil(scale.posts / 250), now, random),
      todayEntries: largeNotices(colleagues, 20, now),
    }),
  };
}

/** As a seed file would hold them. */
function plain(collections: Readonly<Record<string, readonly object[]>>): NonNullable<Seed['collections']> {
  return Object.fromEntries(
    Object.entries(collections).map(([name, documents]) => [
      name,
      documents.map((document) => JSON.parse(JSON.stringify(document))),
    ]),
  );
}

type Advised = Map<string, { name: string; helped: Set<string> }>;

/** Whoever asked and whoever saved the question has been helped by the accepted answer. */
function noteHelp(made: LargePosts, advised: Advised): void {
  const comments = new Map(made.comments.map((comment) => [comment._id, comment]));
  const answered = new Map(made.posts.map(({ _id, acceptedId }) => [_id, comments.get(acceptedId ?? '')]));
  const helped = [...made.posts.map(({ _id, authorId }) => ({ postId: _id, personId: authorId })), ...made.saves];
  for (const { postId, personId } of helped) {
    const answer = answered.get(postId);
    if (!answer || answer.authorId === personId) continue;
    const known = advised.get(answer.authorId) ?? { name: answer.authorName, helped: new Set<string>() };
    known.helped.add(personId);
    advised.set(answer.authorId, known);
  }
}

function advisersOf(advised: Advised): StoredAdviser[] {
  return [...advised].map(([_id, { name, helped }]) => {
    const adviser = { _id, name, helpedIds: [...helped].slice(0, mostAdvised), leaderSort: '' };
    return { ...adviser, leaderSort: leaderSortOf(adviser) };
  });
}
