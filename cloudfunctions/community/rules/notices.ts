import { removalDays } from '../../../shared/community/club-calls';
import { excerpt } from '../../../shared/kernel/excerpt';
import type { StoredClub } from './club';
import type { StoredComment } from './comment';
import { toldOf } from './comment';
import type { StoredPost } from './post';

/** One message for people's inbox; the same `factId` is told once to each of them. */
export interface CommunityNotice {
  factId: string;
  personIds: string[];
  title: string;
  line: string;
  postId: string;
}

/** The same about a club. */
export type ClubNotice = Omit<CommunityNotice, 'postId'> & { clubId: string };

const shortened = 40;

/** To everybody who was taken out of a club and was not told yet. */
export function removalNotices({ _id, name, removals }: StoredClub): ClubNotice[] {
  const waiting = removals.filter(({ isTold }) => !isTold);
  return waiting.map(({ personId, reason, at }) => ({
    ...{ factId: `${_id}.out.${Date.parse(at)}`, personIds: [personId], clubId: _id },
    ...{ title: `你被移出了社团「${name}」`, line: `原因：${reason}。${removalDays} 天以后可以再加入` },
  }));
}

/** To everybody whom organisers let in again and who was not told yet. */
export function readmissionNotices({ _id, name, readmitted }: StoredClub): ClubNotice[] {
  return readmitted.map(({ personId, requestId }) => ({
    ...{ factId: `${_id}.back.${requestId}`, personIds: [personId], clubId: _id },
    ...{ title: `你可以再加入社团「${name}」了`, line: '组织者欢迎你回来，想来就去点加入' },
  }));
}

/** To members of a club that was closed. */
export function closedNotice({ _id, name, closedReason }: StoredClub, personIds: string[]): ClubNotice {
  return {
    factId: `${_id}.closed`,
    personIds,
    clubId: _id,
    title: `社团「${name}」关闭了`,
    line: `原因：${closedReason}`,
  };
}

/** To those whom a visible post names and who have not heard of it. */
export function mentionNotice(post: StoredPost): CommunityNotice | null {
  const { state, untoldIds: personIds } = post;
  if (state !== 'visible' || personIds.length === 0) return null;
  const line = excerpt(post.text, shortened);
  return { factId: `${post._id}.named`, personIds, title: `${post.authorName}提到了你`, line, postId: post._id };
}

/** To the author, after a moderator decided. */
export function decisionNotice(content: StoredPost | StoredComment, postId: string): CommunityNotice | null {
  if (content.decidedAt === null || content.state === 'removed') return null;
  const what = 'postId' in content ? '评论' : content.kind === 'question' ? '提问' : '动态';
  const isTakenDown = content.state === 'takenDown';
  return {
    factId: `${content._id}.decided.${Date.parse(content.decidedAt)}`,
    personIds: [content.authorId],
    title: isTakenDown ? `你的${what}被下架了` : `你的${what}已经可以看到了`,
    line: isTakenDown ? `原因：${excerpt(content.stateReason, 80)}` : excerpt(content.text, shortened),
    postId,
  };
}

/** To whoever gave an answer that was accepted. */
export function acceptedNotice(answer: StoredComment): CommunityNotice {
  const line = excerpt(answer.text, shortened);
  const { _id, authorId, postId } = answer;
  return { factId: `${_id}.accepted`, personIds: [authorId], title: '你的回答被采纳了', line, postId };
}

/**
 * To everybody who is answered or named by these comments: one message a person and post, however many comments there
 * are, named after the first.
 */
export function commentNotices(comments: readonly StoredComment[]): CommunityNotice[] {
  const groups = new Map<string, { personId: string; of: StoredComment[] }>();
  for (const comment of comments.filter(({ state }) => state === 'visible')) {
    for (const personId of toldOf(comment)) {
      const key = `${comment.postId} ${personId}`;
      const group = groups.get(key) ?? { personId, of: [] };
      group.of.push(comment);
      groups.set(key, group);
    }
  }
  return [...groups.values()].flatMap(({ personId, of }) => {
    const [first] = of;
    if (!first) return [];
    const names = new Set(of.map(({ authorId }) => authorId)).size;
    const who = names > 1 ? `${first.authorName}等 ${names} 位同事` : first.authorName;
    const line = excerpt(first.text, shortened);
    const title = `${who}${verbFor(first, personId)}`;
    return [{ factId: `${first._id}.told`, personIds: [personId], title, line, postId: first.postId }];
  });
}

function verbFor(comment: StoredComment, personId: string): string {
  if (comment.replyTo?.authorId === personId) return '回复了你';
  return comment.postAuthorId === personId ? '评论了你' : '提到了你';
}
