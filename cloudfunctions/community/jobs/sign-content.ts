import { formerColleague } from '../../../shared/community/byline-calls';
import { dayOf } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask, deliver } from '../../platform/outbox';
import { lookedAt, type StoredByline } from '../rules/byline';
import { bylines, comments, faqs, posts } from '../store';

/** `people` answers for so many at once. */
const atOnce = 50;

/** Who else shows what somebody wrote to others. */
const others = ['recognition', 'suggestions'];

/**
 * Lets what leavers wrote stand as they chose: asks who works here today, signs what is to be signed and takes the
 * name from what is not. Every step says how things are to be, so a killed one is simply done again.
 */
export async function signContent(now: Date): Promise<{ bylines: number }> {
  const today = dayOf(now);
  const due = await bylines.list({ where: { lookOn: is.between('', today) }, sortedBy: 'lookOn', limit: atOnce });
  if (due.length === 0) return { bylines: 0 };
  const answer = await ask('people', 'readColleagues', { personIds: due.map(({ _id }) => _id) }, now);
  if (!answer.ok) return { bylines: 0 };
  const here = new Set(answer.data.items.map(({ personId }) => personId));
  await oneByOne(due, (byline) => sign(byline, here.has(byline._id), now));
  return { bylines: due.length };
}

async function sign(byline: StoredByline, worksHere: boolean, now: Date): Promise<void> {
  const { _id: authorId, name, lastRequestId } = byline;
  const next = lookedAt(byline, worksHere, dayOf(now));
  if (next.shown !== byline.shown) {
    // Said first: a choice made while this is at work finds that everything is to be looked at again.
    const isMine = await bylines.changeOne({ _id: authorId, lastRequestId }, { shown: 'changing' });
    if (!isMine) return;
    const isSigned = next.shown === 'named';
    const shown = isSigned ? name : formerColleague;
    await posts.changeAll({ authorId, isSigned: !isSigned }, { isSigned });
    await comments.changeAll({ authorId, isSigned: !isSigned }, { isSigned });
    await comments.changeAll({ 'replyTo.authorId': authorId }, { 'replyTo.name': shown });
    await faqs.changeAll({ creditId: authorId }, { creditName: shown });
    const input = { fact: { personId: authorId, isNamed: isSigned }, requestId: lastRequestId };
    for (const to of others) if (!(await deliver({ to, call: 'takeByline', input }, now))) return;
  }
  // A choice made meanwhile is looked at next.
  await bylines.changeOne({ _id: authorId, lastRequestId }, next);
}
