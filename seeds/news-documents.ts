import { contentIdOf } from '../cloudfunctions/community/content-id';
import { readingIdOf, type StoredArticle, type StoredReading, sortOf } from '../cloudfunctions/community/rules/article';
import { personIdOf } from '../cloudfunctions/people/documents';
import { addDays, dayOf, instant } from '../shared/kernel/day';
import { keysOfAudience } from '../shared/people/audience';
import { figures } from './company';
import { type ToldArticle, toldArticles } from './news-story';

function figureOf(name: string) {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return { ...figure, personId: personIdOf(figure.employeeNumber) };
}

/** The id of an article of the story. */
export const seededArticleId = (key: string) => contentIdOf('article', figureOf('周岚').personId, `seed-${key}`);

const coverPathOf = (key: string) => `articles/seed-${key}/0.png`;

/** Covers of the story, as they are uploaded. */
export const newsPictures = toldArticles.flatMap(({ key, cover }) =>
  cover === null ? [] : [{ cloudPath: coverPathOf(key), source: cover }],
);

const atHour = (now: Date, daysAgo: number, hour: number) =>
  instant(new Date(`${addDays(dayOf(now), -daysAgo)}T${String(hour).padStart(2, '0')}:20:00.000+08:00`));

function articleOf(told: ToldArticle, now: Date): StoredArticle {
  const { key, daysAgo, cover, readers, openedBy, ...content } = told;
  const { personId: authorId, name: authorName } = figureOf('周岚');
  const _id = seededArticleId(key);
  const publishAt = atHour(now, daysAgo, 10);
  return {
    ...content,
    _id,
    coverFileId: cover === null ? null : `cloud://local-simulator.files/${coverPathOf(key)}`,
    ownerBranchId: null,
    authorId,
    authorName,
    state: 'published',
    audienceKeys: keysOfAudience(content.audience),
    readers: readers.length,
    recountSince: null,
    announceSince: null,
    announceCursor: null,
    publishAt,
    lastRequestId: `seed-${key}-request`,
    sort: sortOf(content.isPinned, publishAt, _id),
    written: `${publishAt}.${_id}`,
  };
}

function readingOf({ key, title }: ToldArticle, name: string, openedAt: string, isRead: boolean): StoredReading {
  const articleId = seededArticleId(key);
  const { personId, departmentName: place } = figureOf(name);
  const _id = readingIdOf(personId, articleId);
  const readAt = isRead ? instant(new Date(Date.parse(openedAt) + 95_000)) : null;
  return {
    _id,
    articleId,
    personId,
    name,
    place,
    title,
    openedAt,
    readAt,
    earningSince: null,
    taskSince: null,
    sort: readAt && `${readAt}.${_id}`,
  };
}

/** News and who has read it, by the community's own rules. */
export function newsDocuments(now: Date): { articles: StoredArticle[]; readings: StoredReading[] } {
  const readings = toldArticles.flatMap((told) => {
    const { daysAgo, readers, openedBy } = told;
    const openedAt = atHour(now, daysAgo - 1, 12);
    return [
      ...readers.map((name) => readingOf(told, name, openedAt, true)),
      ...openedBy.map((name) => readingOf(told, name, openedAt, false)),
    ];
  });
  return { articles: toldArticles.map((told) => articleOf(told, now)), readings };
}
