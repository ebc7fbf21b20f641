import * as z from 'zod';
import { Id, Instant } from '../kernel/scalar';

/** Pictures of one batch, each at most 1 MB. */
export const mostPictures = 9;
/** How often one person adds pictures to one activity. */
export const mostSetsEach = 6;

/** `pending`: being checked. `inReview`: an organiser decides. As with posts others see nothing but `visible`. */
export const PhotosState = z.enum(['pending', 'visible', 'inReview', 'takenDown']);
export type PhotosState = z.infer<typeof PhotosState>;

/** 活动照片: what one person added at once, or the cover. */
export const PhotosView = z.object({
  _id: Id,
  isCover: z.boolean(),
  authorName: z.string().max(40),
  isMine: z.boolean(),
  /** Those that could be had, in order. */
  pictureUrls: z.array(z.string().max(2000)).max(mostPictures),
  state: PhotosState,
  /** Why it was taken down; for its author and those who organise. */
  stateReason: z.string().max(200),
  at: Instant,
});
export type PhotosView = z.infer<typeof PhotosView>;
