import type { PhotosView } from '../../../shared/activities/photos';
import {
  picturesJudged,
  type StoredPicture,
  stateOfChecks,
  uncheckedPictures,
} from '../../../shared/kernel/picture-check';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { Suggestion } from '../../../shared/wechat/model';
import type { StoredActivity, StoredEnrolment, StoredPhotos } from '../documents';
import { checkInWindow, mayOrganise, type Viewer } from './activity';

/** Refuses photos of what has not begun or is long over, and of who was not there. */
export function checkMayAdd(
  activity: StoredActivity,
  enrolment: StoredEnrolment | null,
  viewer: Viewer,
  at: Instant,
): void {
  if (activity.state === 'cancelled') refuse('activity_cancelled');
  if (!enrolment?.isAttended && !mayOrganise(activity, viewer)) refuse('photos_not_attended');
  if (at < activity.startsAt || at > checkInWindow(activity).listUntil) refuse('photos_not_open');
}

/** What one person adds, to be checked. */
export function newPhotos(
  added: Pick<StoredPhotos, '_id' | 'activityId' | 'authorId' | 'authorName' | 'isCover'>,
  fileIds: readonly string[],
  at: Instant,
): StoredPhotos {
  return {
    ...{ ...added, pictures: uncheckedPictures(fileIds), state: 'pending', stateReason: '', at, decidedAt: null },
    ...{ version: 0, pendingSince: at, sort: `${at}.${added._id}` },
  };
}

export const isSamePhotos = ({ pictures }: StoredPhotos, fileIds: readonly string[]): boolean =>
  String(pictures.map(({ fileId }) => fileId)) === String(fileIds);

/** With WeChat's word on one picture; null when there is nothing to change. An organiser's word holds. */
export function photosJudged(
  photos: StoredPhotos,
  number: number,
  check: Suggestion,
): { pictures: StoredPicture[]; state: StoredPhotos['state'] } | null {
  const pictures = picturesJudged(photos.pictures, number, check);
  if (!pictures || photos.state === 'removed') return null;
  const state = photos.state === 'pending' ? stateOfChecks(pictures.map((picture) => picture.check)) : photos.state;
  return { pictures, state };
}

/** What an organiser's word makes of it; null when it is so already. */
export function decidedState(
  photos: StoredPhotos,
  { verdict, reason }: { verdict: 'keep' | 'takeDown'; reason: string },
  viewer: Viewer,
): { state: 'visible' | 'takenDown'; stateReason: string } | null {
  const state = verdict === 'keep' ? 'visible' : 'takenDown';
  if (photos.state === state) return null;
  if (verdict === 'keep' && photos.authorId === viewer.personId) refuse('photos_own');
  // Nothing is shown before it was checked.
  if (verdict === 'keep' && photos.state === 'pending') refuse('wait_and_repeat');
  if (verdict === 'takeDown' && !reason) refuse('photos_reason_missing');
  return { state, stateReason: verdict === 'keep' ? '' : reason };
}

/** What is not visible is its author's and the organisers' alone, what is removed nobody's. */
export function maySeePhotos(photos: StoredPhotos, activity: StoredActivity, viewer: Viewer): boolean {
  const { state, authorId, isCover } = photos;
  if (state === 'removed') return false;
  if (mayOrganise(activity, viewer)) return true;
  return !isCover && (state === 'visible' || authorId === viewer.personId);
}

export function photosView(photos: StoredPhotos, viewer: Viewer, pictureUrls: readonly string[]): PhotosView {
  const { _id, isCover, authorName, authorId, state, stateReason, at } = photos;
  if (state === 'removed') return refuse('photos_not_found');
  const isMine = authorId === viewer.personId;
  return { _id, isCover, authorName, isMine, pictureUrls: [...pictureUrls], state, stateReason, at };
}
