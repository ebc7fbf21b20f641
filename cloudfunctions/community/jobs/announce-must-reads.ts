import { dayOf, instant } from '../../../shared/kernel/day';
import { rolesOn } from '../../../shared/people/identity';
import { is } from '../../platform/db';
import { readIdentitiesOf } from '../../platform/identity';
import { oneByOne } from '../../platform/one-by-one';
import { ask } from '../../platform/outbox';
import { readersAmong } from '../readers-among';
import { isFor, isRewritten, isToBeRead, type StoredArticle } from '../rules/article';
import { articles } from '../store';
import { clearReadTask, putReadTask } from '../tell-must-read';

const atOnce = 5;
const colleaguesAtOnce = 50;
/** Pages a minute and article: a thousand colleagues hear of it within five minutes. */
const pagesAtOnce = 4;

/** What must be read walks over the colleagues; what was taken back takes its tasks with it. */
export async function announceMustReads(now: Date): Promise<{ announced: number }> {
  const where = { announceSince: is.between('', instant(now)) };
  const found = await articles.list({ where, sortedBy: 'announceSince', limit: atOnce });
  await oneByOne(found, (article) => walk(article, now));
  return { announced: found.length };
}

async function walk(article: StoredArticle, now: Date): Promise<void> {
  const { _id, announceSince } = article;
  let cursor = article.announceCursor;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const after = cursor === null ? {} : { cursor };
    const answer = await ask('people', 'listColleagues', { limit: colleaguesAtOnce, ...after }, now);
    if (!answer.ok) return;
    const personIds = answer.data.items.map(({ personId }) => personId);
    if (!(await announceTo(article, personIds, now))) return;
    cursor = answer.data.next;
    if (cursor === null) break;
    // Written anew meanwhile, it begins from the first again.
    if (!(await articles.changeOne({ _id, announceSince }, { announceCursor: cursor }))) return;
  }
  if (cursor === null) await articles.changeOne({ _id, announceSince }, { announceSince: null, announceCursor: null });
}

/** Those of them who are meant and have not read it get the task; nobody else has it, once it was written anew. */
async function announceTo(article: StoredArticle, personIds: readonly string[], now: Date): Promise<boolean> {
  const at = article.announceSince ?? instant(now);
  if (!isToBeRead(article)) return clearReadTask(article._id, personIds, at, now);
  const identities = await readIdentitiesOf(personIds);
  const today = dayOf(now);
  const meant = identities.filter((one) => isFor(article, { ...one, roles: rolesOn(today, one) }));
  const meantIds = meant.map(({ personId }) => personId);
  if (isRewritten(article)) {
    const others = personIds.filter((personId) => !meantIds.includes(personId));
    if (!(await clearReadTask(article._id, others, at, now))) return false;
  }
  const read = await readersAmong(article._id, meantIds);
  const unread = meantIds.filter((personId) => !read.has(personId));
  return putReadTask(article, unread, at, now);
}
