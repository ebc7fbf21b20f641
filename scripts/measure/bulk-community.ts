import { newComment, type StoredComment } from '../../cloudfunctions/community/rules/comment';
import { newPost, type StoredPost } from '../../cloudfunctions/community/rules/post';
import { newSave, type StoredSave } from '../../cloudfunctions/community/rules/save';

const at = '2026-01-01T02:00:00.000Z';
const author = { personId: 'bulk-author', name: '测量', departmentName: '测量', branchId: 'head-office' };
const padded = (number: number) => String(number).padStart(6, '0');

export const bulkPostId = 'bulk-post-000000';

/** Every third post is a question, every tenth stands under one topic. */
function bulkPost(number: number): StoredPost {
  const kind = number % 3 === 0 ? 'question' : 'post';
  const topics = number % 10 === 0 ? ['测量'] : [];
  const draft = { kind, text: `测量 ${number}`, topics, pictureFileIds: [] } as const;
  const _id = `bulk-post-${padded(number)}`;
  return newPost(_id, author, draft, [], 'pass', `bulk-request-${padded(number)}`, at);
}

/** All under one post, each told already. */
function bulkComment(number: number, post: StoredPost): StoredComment {
  const _id = `bulk-comment-${padded(number)}`;
  const comment = newComment(_id, post, author, { text: '测量', mentions: [], replyTo: null }, 'pass', at);
  return { ...comment, duties: [], dutiesSince: null };
}

/** So many posts, comments on one of them, and saves of one person. */
export function bulkCommunity(size: number, saver: string) {
  const numbers = Array.from({ length: size }, (_, index) => index);
  const posts = numbers.map(bulkPost);
  const first = bulkPost(0);
  const comments = numbers.map((number) => bulkComment(number, first));
  const saves: StoredSave[] = posts.map(({ _id }) => newSave(saver, _id, at));
  return { posts, comments, saves };
}
