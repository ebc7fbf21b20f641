import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { FileId, Id, paragraph, RequestId } from '../kernel/scalar';
import { MediaChecked } from '../wechat/model';
import { mostPictures, PhotosView } from './photos';

const staff = ['employee'] as const;
const one = { activityId: Id };
const picturesOf = (most: number) => z.array(FileId).min(1).max(most);
const added = ['activity_not_found', 'activity_cancelled', 'photos_unusable', 'request_id_reused'] as const;

/** 封面与照片. A picture is shown once WeChat's check found it harmless; where it doubts, an organiser decides. */
export const photoCalls = {
  /** By those who organise; the one before stays until the new one was found harmless. */
  setCover: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, pictureFileIds: picturesOf(1), requestId: RequestId }),
    output: PhotosView,
    refusals: [...added, 'activity_ended'],
  },
  /** By who was there and those who organise, from the beginning until two weeks after the end. */
  addPhotos: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, pictureFileIds: picturesOf(mostPictures), requestId: RequestId }),
    output: PhotosView,
    refusals: [...added, 'photos_enough', 'photos_not_attended', 'photos_not_open'],
  },
  /** The latest first. What is not visible only its author and those who organise get: a page may be shorter. */
  listPhotos: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...one, ...pageRequest }),
    output: pageOf(PhotosView),
    refusals: ['activity_not_found'],
  },
  /** Takes down, or lets stand what the check doubted or another organiser took down. Nobody lets their own stand. */
  decidePhotos: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      photosId: Id,
      verdict: z.enum(['keep', 'takeDown']),
      reason: paragraph(200),
      requestId: RequestId,
    }),
    output: PhotosView,
    refusals: ['photos_not_found', 'photos_own', 'photos_reason_missing', 'wait_and_repeat'],
  },
  /** By who added them: gone for everybody, files too. */
  removePhotos: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ photosId: Id, requestId: RequestId }),
    output: z.object({}),
    refusals: ['photos_not_found'],
  },
  /** WeChat's word on one picture. */
  takeMediaVerdict: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ fact: MediaChecked, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
} as const;
