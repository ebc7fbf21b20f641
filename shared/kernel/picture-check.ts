import type { Suggestion } from '../wechat/model';

/** What WeChat says of a text or picture; `waiting` while nobody has said anything. */
export type Check = 'waiting' | Suggestion;

/** A picture that is shown once it was found harmless. */
export interface StoredPicture {
  /** Its name within its content wherever it stands; never given again, so that an old verdict finds nothing. */
  number: number;
  fileId: string;
  check: Check;
  /** WeChat has been asked; its answer comes as a fact. */
  isAsked: boolean;
}

/** A picture as it comes, not asked about yet. */
export const newPicture = (number: number, fileId: string): StoredPicture => ({
  ...{ number, fileId, check: 'waiting', isAsked: false },
});

/** The pictures of a new content. */
export const uncheckedPictures = (fileIds: readonly string[]): StoredPicture[] =>
  fileIds.map((fileId, number) => newPicture(number, fileId));

/** What follows from the checks of one content: nothing is shown before everything was found harmless. */
export function stateOfChecks(checks: readonly Check[]): 'visible' | 'inReview' | 'pending' {
  if (checks.some((check) => check === 'review' || check === 'risky')) return 'inReview';
  return checks.every((check) => check === 'pass') ? 'visible' : 'pending';
}

/** The pictures with WeChat's word on the one of this number; null when that is judged already, or not there. */
export function picturesJudged(
  pictures: readonly StoredPicture[],
  number: number,
  check: Suggestion,
): StoredPicture[] | null {
  const isMeant = (picture: StoredPicture) => picture.number === number && picture.check === 'waiting';
  if (!pictures.some(isMeant)) return null;
  return pictures.map((picture) => (isMeant(picture) ? { ...picture, check } : picture));
}
