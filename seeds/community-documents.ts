import { subjectOfPost } from '../cloudfunctions/community/checking/open-review';
import { contentIdOf } from '../cloudfunctions/community/content-id';
import type { StoredClub } from '../cloudfunctions/community/rules/club';
import { newComment, type StoredComment } from '../cloudfunctions/community/rules/comment';
import {
  decidedFaq,
  leaderSortOf,
  proposedFaq,
  type StoredAdviser,
  type StoredFaq,
} from '../cloudfunctions/community/rules/faq';
import { type Author, newPost, rememberedComments, type StoredPost } from '../cloudfunctions/community/rules/post';
import { causeOfCheck, causeOfReport, newReview, type StoredReview } from '../cloudfunctions/community/rules/review';
import { newSave, type StoredSave } from '../cloudfunctions/community/rules/save';
import { personIdOf } from '../cloudfunctions/people/documents';
import { addDays, dayOf, instant } from '../shared/kernel/day';
import { clubOfPost, clubsDocuments } from './clubs-documents';
import { type ToldPost, toldPosts } from './community-story';
import { figures } from './company';

export interface CommunityDocuments {
  posts: StoredPost[];
  comments: StoredComment[];
  saves: StoredSave[];
  reviews: StoredReview[];
  clubs: StoredClub[];
  faqs: StoredFaq[];
  advisers: StoredAdviser[];
}

function authorOf(name: string): Author {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  const { departmentName, branchId, employeeNumber } = figure;
  return { personId: personIdOf(employeeNumber), name, departmentName, branchId };
}

const hourMillis = 3_600_000;
const shanghaiMillis = 8 * hourMillis;

/** So many hours ago, or the evening before that: nobody writes at night. */
function hoursBefore(now: Date, hours: number) {
  const then = now.getTime() - hours * hourMillis;
  const hour = new Date(then + shanghaiMillis).getUTCHours();
  const early = hour < 8 ? hour + 4 : Math.max(0, hour - 21);
  return instant(new Date(then - early * hourMillis));
}
const minutesAfterwards = (at: string, minutes: number) => instant(new Date(Date.parse(at) + minutes * 60_000));
const cloudPathOf = (key: string, index: number) => `posts/seed-${key}/${index}.png`;
const idOf = (by: string, key: string) => contentIdOf('post', authorOf(by).personId, `seed-${key}`);

/** The id of a post of the story. */
export function seededPostId(key: string): string {
  const post = toldPosts.find((one) => one.key === key);
  if (!post) throw new Error(`the story has no post ${key}`);
  return idOf(post.by, key);
}

/** The id of the so-manyth comment of a post of the story. */
export function seededCommentId(key: string, index: number): string {
  const by = toldPosts.find((one) => one.key === key)?.comments[index]?.by;
  if (by === undefined) throw new Error(`the post ${key} has no comment ${index}`);
  return contentIdOf('comment', authorOf(by).personId, `seed-${key}-${index}`);
}

/** Pictures of the story, as they are uploaded. */
export const communityPictures = toldPosts.flatMap(({ key, pictures }) =>
  pictures.map((picture, index) => ({ cloudPath: cloudPathOf(key, index), source: `post-${picture}` })),
);

function postOf(told: ToldPost, now: Date): StoredPost {
  const { key, kind, text, topics, standing } = told;
  const at = hoursBefore(now, told.hoursAgo);
  const pictureFileIds = told.pictures.map((_, index) => `cloud://local-simulator.files/${cloudPathOf(key, index)}`);
  const mentions = told.mentions.map((name) => ({ personId: authorOf(name).personId, name }));
  const draft = { kind, text, topics, pictureFileIds };
  const check = standing?.state === 'inReview' ? 'review' : 'pass';
  const post = newPost(idOf(told.by, key), authorOf(told.by), draft, mentions, check, `seed-${key}-request`, at);
  const isTakenDown = standing?.state === 'takenDown';
  return {
    ...post,
    pictures: post.pictures.map((picture) => ({ ...picture, check: 'pass', isAsked: true })),
    state: standing?.state ?? 'visible',
    stateReason: isTakenDown ? standing.reason : '',
    decidedAt: isTakenDown ? minutesAfterwards(at, 95) : null,
    likers: told.likers.map((name) => authorOf(name).personId),
    // What the story tells is settled: everybody has been told.
    duties: [],
    dutiesSince: null,
  };
}

function commentsOf(told: ToldPost, post: StoredPost): StoredComment[] {
  const written: StoredComment[] = [];
  for (const [index, { by, text, replyTo }] of told.comments.entries()) {
    const at = minutesAfterwards(post.at, 17 * (index + 1));
    const answered = replyTo === undefined ? null : (written[replyTo] ?? null);
    const draft = { text, mentions: [], replyTo: answered };
    const comment = newComment(seededCommentId(told.key, index), post, authorOf(by), draft, 'pass', at);
    written.push({ ...comment, duties: [], dutiesSince: null });
  }
  return written;
}

function reviewsOf(told: ToldPost, post: StoredPost): StoredReview[] {
  if (told.standing?.state === 'inReview') return [newReview(subjectOfPost(post), causeOfCheck(post.at))];
  if (told.reportedBy !== undefined) {
    const cause = causeOfReport(authorOf(told.reportedBy).personId, 'rumour', '没有依据，容易让人担心', post.at);
    return [newReview(subjectOfPost(post), cause)];
  }
  if (told.standing?.state !== 'takenDown') return [];
  const { personId: byId, name: byName } = authorOf('周岚');
  const at = post.decidedAt ?? post.at;
  const decision = { requestId: 'seed-take-down-0001', verdict: 'takeDown', reason: post.stateReason } as const;
  const review = newReview(subjectOfPost(post), causeOfCheck(post.at));
  return [{ ...review, isOpen: false, decisions: [{ ...decision, byId, byName, at }] }];
}

/** What the community context has stored by now, by its own rules. */
export function communityDocuments(now: Date): CommunityDocuments {
  const all = toldPosts.map((told) => {
    const bare = postOf(told, now);
    const comments = commentsOf(told, bare);
    const accepted = told.accepted === undefined ? undefined : comments[told.accepted];
    const post: StoredPost = {
      ...bare,
      comments: comments.length,
      countedIds: comments.map(({ _id }) => _id).slice(-rememberedComments),
      acceptedId: accepted?._id ?? null,
      clubId: clubOfPost[told.key] ?? null,
    };
    const saves = told.savers.map((name) => ({
      ...newSave(authorOf(name).personId, post._id, post.at),
      helpSince: null,
    }));
    if (accepted) accepted.acceptedAt = accepted.at;
    return { told, post, comments, saves, accepted, reviews: reviewsOf(told, post) };
  });
  return {
    posts: all.map(({ post }) => post),
    comments: all.flatMap(({ comments }) => comments),
    saves: all.flatMap(({ saves }) => saves),
    reviews: all.flatMap(({ reviews }) => reviews),
    clubs: clubsDocuments(now),
    faqs: all.flatMap(({ told, post, accepted }) => (told.isFaq && accepted ? [faqOf(post, accepted, now)] : [])),
    advisers: all.flatMap(({ post, saves, accepted }) => (accepted ? [adviserOf(post, saves, accepted)] : [])),
  };
}

/** An accepted answer that HR put among the frequent questions, to be looked at again in half a year. */
function faqOf(post: StoredPost, answer: StoredComment, now: Date): StoredFaq {
  const proposed = proposedFaq(post, answer, `seed-faq-${post._id}`, post.at);
  const { question, answer: words } = proposed;
  const reviewOn = addDays(dayOf(now), 180);
  const decision = { verdict: 'publish', question, answer: words, reviewOn } as const;
  return { ...proposed, ...decidedFaq(proposed, decision, instant(now)), duties: [], dutiesSince: null };
}

/** Whoever asked and whoever saved the question has been helped. */
function adviserOf(post: StoredPost, saves: readonly StoredSave[], answer: StoredComment): StoredAdviser {
  const helpedIds = [...new Set([post.authorId, ...saves.map(({ personId }) => personId)])];
  const adviser = { _id: answer.authorId, name: answer.authorName, leaderSort: '' };
  const helped = { ...adviser, helpedIds: helpedIds.filter((personId) => personId !== answer.authorId) };
  return { ...helped, leaderSort: leaderSortOf(helped) };
}
