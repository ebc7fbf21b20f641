import { contentIdOf } from '../../cloudfunctions/community/content-id';
import { newComment, type StoredComment } from '../../cloudfunctions/community/rules/comment';
import {
  type Author,
  type Draft,
  newPost,
  rememberedComments,
  type StoredPost,
} from '../../cloudfunctions/community/rules/post';
import { newSave, type StoredSave } from '../../cloudfunctions/community/rules/save';
import type { Random } from '../../scripts/random';
import { instant } from '../../shared/kernel/day';
import type { StoredPicture } from '../../shared/kernel/picture-check';
import type { Colleague } from './large-people';
import { answerText, commentText, largeTopics, postText, questionText } from './large-words';

/** How long the community has been in use. */
const useDays = 730;
const dayMillis = 86_400_000;
/** Posts from the end that carry pictures: those that somebody meets when they open the feed. */
const pictured = 400;
const picture = 'post-greenhouse.png';

export interface LargePosts {
  posts: StoredPost[];
  comments: StoredComment[];
  saves: StoredSave[];
  files: { cloudPath: string; source: string }[];
}

/** Most things find few people, a few find many: half of the average and less for two thirds. */
const few = (random: Random, average: number) => Math.floor(-Math.log(1 - random.next()) * average);

const authorOf = ({ personId, name, departmentName, branchId }: Colleague): Author => ({
  ...{ personId, name, departmentName, branchId },
});

/** So many different colleagues, without whoever wrote it. */
function someOf(random: Random, colleagues: readonly Colleague[], count: number, writer: string): string[] {
  const chosen = new Set<string>();
  for (let tries = 0; tries < count; tries += 1) chosen.add(random.pick(colleagues).personId);
  chosen.delete(writer);
  return [...chosen];
}

/** Between eight in the morning and ten at night, more and more of them as the company grew. */
function momentOf(number: number, count: number, now: Date, random: Random): Date {
  const age = useDays * (1 - Math.sqrt((number + 1) / (count + 1)));
  const midnight = now.getTime() - ((now.getTime() + dayMillis / 3) % dayMillis);
  const inDay = (8 + 14 * random.next()) * 3_600_000;
  return new Date(Math.min(midnight - Math.floor(age) * dayMillis + inDay, now.getTime() - 60_000 * (count - number)));
}

const shownPictures = (fileIds: readonly string[]): StoredPicture[] =>
  fileIds.map((fileId, number) => ({ number, fileId, check: 'pass', isAsked: true }));

function commentsOn(post: StoredPost, colleagues: readonly Colleague[], random: Random, now: Date): StoredComment[] {
  const count = Math.min(random.next() < 0.45 ? 0 : 1 + few(random, 2.4), 60);
  const since = Date.parse(post.at);
  return Array.from({ length: count }, (_, index) => {
    const author = authorOf(random.pick(colleagues));
    const text = post.kind === 'question' ? answerText(random) : commentText(random);
    const at = instant(new Date(Math.min(since + (index + 1) * 1_260_000, now.getTime() - 1000)));
    const _id = contentIdOf('comment', author.personId, `large-${post._id}-${index}`);
    const comment = newComment(_id, post, author, { text, mentions: [], replyTo: null }, 'pass', at);
    return { ...comment, duties: [], dutiesSince: null };
  });
}

/** The posts from `first` up to `after` of `count`, with what others said and kept of them. */
export function largePosts(
  colleagues: readonly Colleague[],
  { first, after, count }: { first: number; after: number; count: number },
  now: Date,
  random: Random,
): LargePosts {
  const made: LargePosts = { posts: [], comments: [], saves: [], files: [] };
  for (let number = first; number < after; number += 1) {
    const at = instant(momentOf(number, count, now, random));
    const here = colleagues.filter(({ joinedOn }) => joinedOn < at);
    const author = authorOf(random.pick(here));
    const kind = random.next() < 0.12 ? 'question' : 'post';
    const topic = random.pick(largeTopics);
    const hasPicture = count - number <= pictured && random.next() < 0.2;
    const cloudPath = `posts/large-${number}/0.png`;
    const draft: Draft = {
      kind,
      ...{ text: kind === 'question' ? questionText(random) : postText(random, topic) },
      topics: kind === 'post' ? [topic] : ['客户现场'],
      pictureFileIds: hasPicture ? [`cloud://local-simulator.files/${cloudPath}`] : [],
    };
    const _id = contentIdOf('post', author.personId, `large-${number}`);
    const bare = newPost(_id, author, draft, [], 'pass', `large-request-${number}`, at);
    const comments = commentsOn(bare, here, random, now);
    const accepted = kind === 'question' && random.next() < 0.6 ? comments[0] : undefined;
    if (accepted && accepted.authorId !== author.personId) accepted.acceptedAt = accepted.at;
    made.posts.push({
      ...bare,
      pictures: shownPictures(draft.pictureFileIds),
      state: 'visible',
      likers: someOf(random, here, random.next() < 0.002 ? 400 : few(random, 6), author.personId),
      comments: comments.length,
      countedIds: comments.map((comment) => comment._id).slice(-rememberedComments),
      acceptedId: accepted?.acceptedAt ? accepted._id : null,
      ...{ duties: [], dutiesSince: null },
    });
    made.comments.push(...comments);
    for (const saver of someOf(random, here, few(random, 0.5), author.personId)) {
      made.saves.push({ ...newSave(saver, _id, at), helpSince: null });
    }
    if (hasPicture) made.files.push({ cloudPath, source: picture });
  }
  return made;
}
