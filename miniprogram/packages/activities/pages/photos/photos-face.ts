import type { Activity } from '../../../../../shared/activities/activity';
import type { PhotosState, PhotosView } from '../../../../../shared/activities/photos';
import { momentInWords } from '../../../../wording/day';

/** As the cloud has it: shown, not decided. */
export const limits = { pictures: 9, pictureBytes: 1024 * 1024 };

const stateInWords: Record<PhotosState, string> = {
  pending: '正在做内容安全检查，通过后同事就能看到。',
  visible: '',
  inReview: '内容安全检查拿不准，等组织者看一眼。',
  takenDown: '已下架：',
};

export function photosRow(photos: PhotosView, mayOrganise: boolean, now: Date) {
  const { _id, authorName, at, pictureUrls, state, stateReason, isMine, isCover } = photos;
  return {
    ...{ _id, pictureUrls, isMine, isCover },
    title: `${authorName}${isCover ? ' · 封面' : ''}`,
    when: momentInWords(at, now),
    standing: `${stateInWords[state]}${state === 'takenDown' ? stateReason : ''}`,
    mayKeep: mayOrganise && !isMine && (state === 'inReview' || state === 'takenDown'),
    mayTakeDown: mayOrganise && state !== 'takenDown',
  };
}

const afterMillis = 14 * 86_400_000;

/** What somebody may add; the cloud decides again. */
export function mayAddOf({ mine, mayOrganise, startsAt, endsAt, state }: Activity, now: Date) {
  const at = now.getTime();
  const isOn = state === 'open' && at >= Date.parse(startsAt) && at <= Date.parse(endsAt) + afterMillis;
  return {
    mayOrganise,
    mayAdd: isOn && (mayOrganise || Boolean(mine?.attendedAt)),
    mayCover: mayOrganise && state === 'open' && at <= Date.parse(endsAt),
    sentence: isOn
      ? '还没有照片。到场的同事和组织者可以加，每次最多九张。'
      : '活动开始以后，到场的同事可以在这里加照片。',
  };
}
