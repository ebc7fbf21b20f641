import { mostSetsEach, type PhotosView } from '../../../shared/activities/photos';
import { picturesJudged, stateOfChecks, uncheckedPictures } from '../../../shared/kernel/picture-check';
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

/** Refuses one person's next photos of an activity, where that many stand; what is removed makes room. */
export function checkRoomFor(standing: number): void {
  if (standing >= mostSetsEach) refuse('photos_enough', { most: mostSetsEach });
}

/** What one person adds, to be checked. */
export function newPhotos(
  added: Pick<StoredPhotos, '_id' | 'activityId' | 'authorId' | 'authorName' | 'isCover'>,
  fileIds: readonly string[],
  at: Instant,
): StoredPhotos {
  return {
    ...{ ...added, pictures: uncheckedPictures(fileIds), state: 'pending', stateReason: '', at, decidedAt: null },
    shownTo: shownToOf({ ...added, state: 'pending' }),
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
): Pick<StoredPhotos, 'pictures' | 'state' | 'shownTo'> | null {
  const pictures = picturesJudged(photos.pictures, number, check);
  if (!pictures || photos.state === 'removed') return null;
  const state = photos.state === 'pending' ? stateOfChecks(pictures.map((picture) => picture.check)) : photos.state;
  return { pictures, state, shownTo: shownToOf({ ...photos, state }) };
}

/** What an organiser's word makes of it; null when it is so already. */
export function decidedState(
  photos: StoredPhotos,
  { verdict, reason }: { verdict: 'keep' | 'takeDown'; reason: string },
  viewer: Viewer,
): Pick<StoredPhotos, 'state' | 'stateReason' | 'shownTo'> | null {
  const state = verdict === 'keep' ? 'visible' : 'takenDown';
  if (photos.state === state) return null;
  if (verdict === 'keep' && photos.authorId === viewer.personId) refuse('photos_own');
  // Nothing is shown before it was checked.
  if (verdict === 'keep' && photos.state === 'pending') refuse('wait_and_repeat');
  if (verdict === 'takeDown' && !reason) refuse('photos_reason_missing');
  return { state, stateReason: verdict === 'keep' ? '' : reason, shownTo: shownToOf({ ...photos, state }) };
}

/** Not visible: its author's and the organisers'. A cover: only the organisers'. Removed: nobody's. */
export function shownToOf({ state, isCover, authorId }: Pick<StoredPhotos, 'state' | 'isCover' | 'authorId'>) {
  if (state === 'removed') return 'nobody';
  if (isCover) return 'organisers';
  return state === 'visible' ? 'everybody' : authorId;
}

export function photosView(photos: StoredPhotos, viewer: Viewer, pictureUrls: readonly string[]): PhotosView {
  const { _id, isCover, authorName, authorId, state, stateReason, at } = photos;
  if (state === 'removed') return refuse('photos_not_found');
  const isMine = authorId === viewer.personId;
  return { _id, isCover, authorName, isMine, pictureUrls: [...pictureUrls], state, stateReason, at };
}
