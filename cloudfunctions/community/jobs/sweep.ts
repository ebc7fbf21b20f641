import { instant } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { announceMustReads } from './announce-must-reads';
import { creditSaves } from './credit-advice';
import { forgetRemoved } from './forget-removed';
import { lookAfterClubs } from './look-after-clubs';
import { recountComments } from './recount-comments';
import { rewardReaders } from './reward-readers';
import { settleArticles } from './settle-articles';
import { settleClubs } from './settle-clubs';
import { settleComments } from './settle-comments';
import { settleFaqs } from './settle-faqs';
import { settlePosts } from './settle-posts';
import { settleReadTasks } from './settle-read-tasks';
import { signContent } from './sign-content';

/** A function lives at most 20 s: on what is older than this no call is at work. */
const leftBehindMillis = 60_000;

/** Every minute: what posts and comments still owe. Safe to run twice, late, and at the same time as itself. */
export const sweep: Job = async (now) => {
  const cutoff = instant(new Date(now.getTime() - leftBehindMillis));
  return {
    ...(await settlePosts(now)),
    ...(await settleComments(now)),
    ...(await recountComments(cutoff)),
    ...(await settleArticles(now, cutoff)),
    ...(await announceMustReads(now)),
    ...(await settleReadTasks(now)),
    ...(await rewardReaders(now)),
    ...(await creditSaves(instant(now))),
    ...(await settleFaqs(now)),
    ...(await lookAfterClubs(now)),
    ...(await settleClubs(now)),
    ...(await signContent(now)),
    ...(await forgetRemoved(now)),
  };
};
