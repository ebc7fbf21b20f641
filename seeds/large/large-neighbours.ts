import { contentIdOf } from '../../cloudfunctions/community/content-id';
import type { StoredReading } from '../../cloudfunctions/community/rules/article';
import { readingIdOf, type StoredArticle, sortOf } from '../../cloudfunctions/community/rules/article';
import { personIdOf } from '../../cloudfunctions/people/documents';
import { cardIdOf, type ReceivedThanks, type StoredThanks } from '../../cloudfunctions/recognition/documents';
import { firstValues } from '../../cloudfunctions/recognition/rules/company-values';
import { composeThanks } from '../../cloudfunctions/recognition/rules/send-thanks';
import { type StoredSuggestion, suggestionIdOf } from '../../cloudfunctions/suggestions/documents';
import { newSuggestion, placeOf } from '../../cloudfunctions/suggestions/rules/suggestion';
import { noticeIdOf } from '../../cloudfunctions/today/entry-id';
import { type NoticeEntry, newNotice } from '../../cloudfunctions/today/rules/entry';
import type { Random } from '../../scripts/random';
import { dayOf, instant } from '../../shared/kernel/day';
import { keysOfAudience } from '../../shared/people/audience';
import { suggestionTopics } from '../../shared/suggestions/suggestion';
import type { Colleague } from './large-people';
import { newsTitle, suggestionTitle, thanksText } from './large-words';

const dayMillis = 86_400_000;
const before = (now: Date, days: number) => instant(new Date(now.getTime() - Math.max(0.05, days) * dayMillis));
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const some = (random: Random, colleagues: readonly Colleague[], share: number) =>
  colleagues.filter(() => random.next() < share);

/** So many articles over two years, and who has read each: a quarter to two thirds of everybody. */
export function largeNews(colleagues: readonly Colleague[], count: number, now: Date, random: Random) {
  const authorId = personIdOf('YS-0003');
  const articles: StoredArticle[] = [];
  const readings: StoredReading[] = [];
  for (const number of numbers(count)) {
    const _id = contentIdOf('article', authorId, `large-${number}`);
    const publishAt = before(now, 730 * (1 - number / count));
    const title = newsTitle(random);
    const readers = some(random, colleagues, 0.25 + 0.4 * random.next());
    articles.push({
      ...{ _id, kind: 'news', title, summary: '', coverFileId: null, blocks: [{ kind: 'paragraph', text: title }] },
      ...{ audience: { kind: 'everybody' }, audienceKeys: keysOfAudience({ kind: 'everybody' }), isPinned: false },
      ...{ isMustRead: false, ownerBranchId: null, authorId, authorName: '周岚', state: 'published', publishAt },
      ...{ readers: readers.length, recountSince: null, announceSince: null, announceCursor: null },
      ...{ lastRequestId: `large-news-${number}`, sort: sortOf(false, publishAt, _id), written: `${publishAt}.${_id}` },
    });
    for (const { personId, name, departmentName } of readers) {
      const readingId = readingIdOf(personId, _id);
      readings.push({
        ...{ _id: readingId, articleId: _id, personId, name, place: departmentName, title, openedAt: publishAt },
        ...{ readAt: publishAt, earningSince: null, taskSince: null, sort: `${publishAt}.${readingId}` },
      });
    }
  }
  return { articles, readings };
}

/** So many thank-you cards of one colleague to another. */
export function largeThanks(colleagues: readonly Colleague[], count: number, now: Date, random: Random) {
  const thankYouCards: StoredThanks[] = [];
  const thanksReceived: ReceivedThanks[] = [];
  const byNumber = new Map(colleagues.map((one) => [one.employeeNumber, one.personId]));
  for (const number of numbers(count)) {
    const from = random.pick(colleagues);
    const to = random.pick(colleagues);
    if (from === to) continue;
    const { personId, name, departmentName, position, branchId, managerNumber } = to;
    const receiver = {
      ...{ personId, name, departmentName, position, branchId, departmentId: '', birthday: null, dateOfJoining: null },
      managerPersonId: managerNumber === null ? null : (byNumber.get(managerNumber) ?? null),
    };
    const request = {
      ...{
        cardId: cardIdOf(from.personId, `large-thanks-${number}`),
        from: { personId: from.personId, name: from.name },
      },
      ...{ toPersonIds: [personId], valueId: random.pick(firstValues)._id, words: thanksText(random) },
      ...{ pointsEach: 0, at: before(now, 730 * (1 - number / count)) },
      design: 'leaf' as const,
    };
    const { card, received } = composeThanks(request, [receiver], firstValues, 'pass');
    thankYouCards.push({ ...card, pendingSince: null });
    thanksReceived.push(...received);
  }
  return { thankYouCards, thanksReceived };
}

/** So many suggestions, most of them answered, with those who support them. */
export function largeSuggestions(colleagues: readonly Colleague[], count: number, now: Date, random: Random) {
  return numbers(count).map((number): StoredSuggestion => {
    const author = random.pick(colleagues);
    const requestId = `large-suggestion-${number}`;
    const _id = suggestionIdOf(author.personId, requestId);
    const at = before(now, 730 * (1 - number / count));
    const title = suggestionTitle(random);
    const draft = { topic: random.pick(suggestionTopics), title, text: `${title}，大家都方便一些。`, isNamed: true };
    const made = newSuggestion(_id, author, draft, { isDoubtful: false, requestId, at, today: dayOf(at) });
    const state = count - number <= Math.ceil(count / 50) ? 'open' : random.pick(['adopted', 'declined'] as const);
    const supporters = some(random, colleagues, 0.1 * random.next()).map(({ personId }) => personId);
    const words = state === 'adopted' ? '采纳，下个月开始。' : '暂不采纳，先看看今年的预算。';
    const answer = { words, byName: '周岚', byId: personIdOf('YS-0003'), at, requestId: `large-answer-${number}` };
    return {
      ...{ ...made, ...placeOf(_id, state, state === 'open' ? made.answerBy : null), duties: [], dutiesSince: null },
      supporters: supporters.filter((personId) => personId !== author.personId),
      answers: state === 'open' ? [] : [{ kind: state, ...answer }],
    };
  });
}

/** So many messages for each: the last of them unread. */
export function largeNotices(colleagues: readonly Colleague[], each: number, now: Date): NoticeEntry[] {
  return colleagues.flatMap(({ personId }) =>
    numbers(each).map((number) => {
      const factId = `large-${number}`;
      const at = before(now, (170 * (each - number)) / each);
      const told = { kind: 'community', title: '有人评论了你的动态', line: '打开看看', happenedAt: at, at } as const;
      const page = '/packages/community/pages/my-posts/my-posts';
      const notice = newNotice({ ...told, page, _id: noticeIdOf(personId, factId), personId, factId }, null);
      return number < each - 2 ? { ...notice, open: false, readAt: at } : notice;
    }),
  );
}
