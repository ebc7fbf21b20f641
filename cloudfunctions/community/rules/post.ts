import { formerColleague } from '../../../shared/community/byline-calls';
import {
  type Mention,
  type PostKind,
  type PostState,
  type PostView,
  postLimits,
  type Reason,
} from '../../../shared/community/post';
import {
  type Check,
  picturesJudged,
  type StoredPicture,
  stateOfChecks,
  uncheckedPictures,
} from '../../../shared/kernel/picture-check';
import type { Id, Instant } from '../../../shared/kernel/scalar';
import type { Arranged } from './arrange-pictures';
import { untoldAfter } from './untold-after';

/**
 * What a post or comment still has to bring about; the sweep does what a killed call left. `tell` those who are named
 * or answered, `tellAuthor` what a moderator decided, `tellAccepted` that an answer was accepted, `recount` the
 * comments of the post, `dropPictures` deletes the files that the author took out.
 */
export type Duty =
  | 'textCheck'
  | 'pictureCheck'
  | 'dropPictures'
  | 'review'
  | 'tell'
  | 'tellAuthor'
  | 'tellAccepted'
  | 'recount';

export interface Revision {
  text: string;
  topics: string[];
  /** Of the pictures as they stood then; those taken out are gone. */
  fileIds: string[];
  at: Instant;
}

/** Who writes, as the post keeps them. */
export interface Author {
  personId: string;
  name: string;
  departmentName: string;
  branchId: string;
}

/** 动态 or 提问 as stored. */
export interface StoredPost {
  /** Follows from author and request: one request, one post. */
  _id: Id;
  kind: PostKind;
  authorId: string;
  authorName: string;
  authorPlace: string;
  branchId: string;
  /** False once the author chose to stand unnamed. */
  isSigned: boolean;
  text: string;
  topics: string[];
  mentions: Mention[];
  /** Those of them who have not heard of it; told once others can see it. */
  untoldIds: string[];
  pictures: StoredPicture[];
  /** How many pictures it ever had: the number of the next. */
  picturesEver: number;
  /** Files of pictures that the author took out, until they are deleted. */
  droppedFileIds: string[];
  textCheck: Check;
  state: PostState;
  stateReason: string;
  /** The request of the author's appeal; null before it. */
  appealId: string | null;
  /** Who likes it. The count is the length of this list, so it cannot be wrong. */
  likers: string[];
  /** Visible comments; counted anew by the sweep while `recountSince` is set. */
  comments: number;
  /** The last comments counted, so that a repeat is not counted twice. */
  countedIds: string[];
  recountSince: Instant | null;
  acceptedId: string | null;
  /** The club in whose space it stands. */
  clubId: string | null;
  revisions: Revision[];
  lastRequestId: string;
  duties: Duty[];
  dutiesSince: Instant | null;
  /** Counts changes of words, checks and state, so that a slow check cannot overrule what came after it. */
  version: number;
  at: Instant;
  editedAt: Instant | null;
  decidedAt: Instant | null;
  removedAt: Instant | null;
  /** Moment and id: the order of the feed. */
  sort: string;
}

/** Comments that a post remembers as counted. */
export const rememberedComments = 30;

export interface Draft {
  kind: PostKind;
  text: string;
  topics: readonly string[];
  pictureFileIds: readonly string[];
}

/** The state that follows from the checks: nothing is shown before everything was found harmless. */
function stateAfter(textCheck: Check, pictures: readonly Pick<StoredPicture, 'check'>[]): PostState {
  return stateOfChecks([textCheck, ...pictures.map(({ check }) => check)]);
}

/** What is still to be found out or decided in a state. */
function dutiesOf(state: PostState, textCheck: Check, pictures: readonly StoredPicture[]): Duty[] {
  return [
    ...(textCheck === 'waiting' ? (['textCheck'] as const) : []),
    ...(pictures.some(({ check, isAsked }) => check === 'waiting' && !isAsked) ? (['pictureCheck'] as const) : []),
    ...(state === 'inReview' ? (['review'] as const) : []),
  ];
}

/** How long our own functions may be silent before a moderator looks instead of WeChat. */
const patienceMillis = 2 * 3_600_000;

export function isPatienceOver(content: { at: Instant; editedAt?: Instant | null }, now: Instant): boolean {
  return Date.parse(now) - Date.parse(content.editedAt ?? content.at) > patienceMillis;
}

const toTell = (state: PostState, untoldIds: readonly string[]): Duty[] =>
  state === 'visible' && untoldIds.length > 0 ? ['tell'] : [];

/**
 * The post after its checks were asked for anew and, if it needs one, its review is open. Only a post that still waits
 * for its checks changes its state by them: a moderator's word holds.
 */
export function settledPost(post: StoredPost, at: Instant): StoredPost {
  const state = post.state === 'pending' ? stateAfter(post.textCheck, post.pictures) : post.state;
  const open = dutiesOf(state, post.textCheck, post.pictures).filter((duty) => duty !== 'review');
  const told = post.duties.filter((duty) => duty === 'tell' || duty === 'tellAuthor' || duty === 'dropPictures');
  const shownNow = state === post.state ? [] : toTell(state, post.untoldIds);
  const duties = [...new Set([...open, ...told, ...shownNow])];
  return { ...post, state, duties, dutiesSince: duties.length > 0 ? (post.dutiesSince ?? at) : null };
}

/** The post with WeChat's word on one of its pictures; null when there is nothing to change. */
export function judgedPicture(
  post: StoredPost,
  number: number,
  check: Exclude<Check, 'waiting'>,
  at: Instant,
): StoredPost | null {
  const pictures = post.state === 'removed' ? null : picturesJudged(post.pictures, number, check);
  return pictures && settledPost({ ...post, pictures }, at);
}

/** A new post with the verdict on its text. */
export function newPost(
  postId: string,
  author: Author,
  draft: Draft,
  mentions: readonly Mention[],
  textCheck: Check,
  requestId: string,
  at: Instant,
): StoredPost {
  const pictures = uncheckedPictures(draft.pictureFileIds);
  const state = stateAfter(textCheck, pictures);
  const untoldIds = untoldAfter({ mentions: [], untoldIds: [] }, mentions, author.personId);
  const duties = [...dutiesOf(state, textCheck, pictures), ...toTell(state, untoldIds)];
  return {
    _id: postId,
    kind: draft.kind,
    authorId: author.personId,
    authorName: author.name,
    authorPlace: author.departmentName,
    branchId: author.branchId,
    isSigned: true,
    text: draft.text,
    topics: [...new Set(draft.topics)],
    mentions: [...mentions],
    untoldIds,
    pictures,
    picturesEver: pictures.length,
    droppedFileIds: [],
    textCheck,
    state,
    stateReason: '',
    appealId: null,
    likers: [],
    comments: 0,
    countedIds: [],
    recountSince: null,
    acceptedId: null,
    clubId: null,
    revisions: [],
    lastRequestId: requestId,
    duties,
    dutiesSince: duties.length > 0 ? at : null,
    version: 1,
    at,
    editedAt: null,
    decidedAt: null,
    removedAt: null,
    sort: `${at}.${postId}`,
  };
}

/** Whether a repeat asks for the same post. */
export function isSamePost(post: StoredPost, draft: Draft): boolean {
  const first = post.revisions[0] ?? { text: post.text, fileIds: fileIdsOf(post) };
  const { fileIds } = first;
  return (
    post.kind === draft.kind &&
    first.text === draft.text &&
    fileIds.length === draft.pictureFileIds.length &&
    fileIds.every((fileId, index) => fileId === draft.pictureFileIds[index])
  );
}

/** The author's new words and pictures. Earlier words stay for moderators, who alone bring back what was taken down. */
export function edited(
  post: StoredPost,
  words: { text: string; topics: readonly string[]; mentions: readonly Mention[]; arranged: Arranged },
  check: Check,
  at: Instant,
) {
  const { mentions, arranged } = words;
  const { pictures, picturesEver, droppedFileIds } = arranged;
  const checked = stateAfter(check, pictures);
  const state: PostState = post.state === 'takenDown' || post.state === 'inReview' ? 'inReview' : checked;
  const dropped = droppedFileIds.length > 0 ? (['dropPictures'] as const) : [];
  const untoldIds = untoldAfter(post, mentions, post.authorId);
  const duties = [...dutiesOf(state, check, pictures), ...toTell(state, untoldIds), ...dropped];
  return {
    text: words.text,
    topics: [...new Set(words.topics)],
    ...{ mentions: [...mentions], untoldIds },
    ...{ pictures: [...pictures], picturesEver, droppedFileIds: [...droppedFileIds] },
    textCheck: check,
    state,
    duties,
    dutiesSince: duties.length > 0 ? at : null,
    editedAt: at,
    revision: {
      ...{ text: post.text, topics: post.topics, fileIds: fileIdsOf(post), at: post.editedAt ?? post.at },
    } satisfies Revision,
  };
}

/** Whether somebody may see the post at all: what is not visible is its author's alone, what is removed nobody's. */
export function maySee(post: StoredPost, personId: string): boolean {
  return post.state === 'visible' || (post.authorId === personId && post.state !== 'removed');
}

const fileIdsOf = ({ pictures }: StoredPost) => pictures.map(({ fileId }) => fileId);

/** A post as a caller sees it. `pictureUrls` are those that could be had, in order. */
export function postView(
  post: StoredPost,
  personId: string,
  pictureUrls: readonly string[],
  reason: Reason = { kind: 'newest' },
): PostView {
  const isMine = post.authorId === personId;
  const isNamed = post.isSigned || isMine;
  return {
    _id: post._id,
    kind: post.kind,
    authorId: isNamed ? post.authorId : null,
    authorName: isNamed ? post.authorName : formerColleague,
    authorPlace: isNamed ? post.authorPlace : '',
    isMine,
    text: post.text,
    topics: post.topics,
    mentions: post.mentions,
    pictureUrls: pictureUrls.slice(0, postLimits.pictures),
    pictureCount: post.pictures.length,
    state: post.state,
    stateReason: isMine ? post.stateReason : '',
    hasAppealed: isMine && post.appealId !== null,
    likes: post.likers.length,
    isLikedByMe: post.likers.includes(personId),
    comments: Math.max(0, post.comments),
    acceptedId: post.acceptedId,
    clubId: post.clubId,
    at: post.at,
    editedAt: post.editedAt,
    reason,
  };
}
