import type { Mention, PostKind } from '../../../../../shared/community/post';
import type { DraftPicture } from './draft-pictures';

/** What is typed, as it is typed. Kept on the phone until it is published. */
export interface PostDraft {
  kind: PostKind;
  text: string;
  topics: string[];
  mentions: Mention[];
  pictures: DraftPicture[];
}

export const emptyDraft: PostDraft = { kind: 'post', text: '', topics: [], mentions: [], pictures: [] };

export const limits = { text: 2000, pictures: 9, topics: 3, mentions: 10, pictureBytes: 1024 * 1024 };

/** A topic as it may stand: without #, blanks and marks. Empty when nothing is left. */
export function topicIn(typed: string): string {
  return typed.replace(/[^\p{L}\p{N}_-]/gu, '').slice(0, 20);
}

/** Who is still named in the text: somebody whose @ was deleted is not told. */
export function namedIn(draft: PostDraft): string[] {
  return draft.mentions.filter(({ name }) => draft.text.includes(`@${name}`)).map(({ personId }) => personId);
}
