import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { by } from '../../platform/db';
import { pictureOfSubject } from '../../platform/pictures';
import type { Handler } from '../../platform/serve';
import { settlePhotos } from '../photos/settle-photos';
import { photosJudged } from '../rules/photos';
import { store } from '../store';

/** Nine verdicts may come at the same moment: how often to look again. */
const tries = 12;

/** Photos are shown once all of them were found harmless. */
export const takeMediaVerdict: Handler<ActivitiesContract['takeMediaVerdict']> = async ({ fact }, { now }) => {
  const subject = pictureOfSubject(fact.subjectId);
  if (!subject) return {};
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const photos = await store.photos.read(subject.contentId);
    const judged = photos && photosJudged(photos, subject.number, fact.verdict.suggest);
    if (!judged) return {};
    const { pictures, state, shownTo } = judged;
    // A cover that stands now is still to be put onto its activity.
    const pending = state === photos.state ? {} : { pendingSince: instant(now) };
    const changed = await store.photos.changeOne(
      { _id: photos._id, version: photos.version },
      { pictures: by.exactly(pictures), state, shownTo, version: by.adding(1), ...pending },
    );
    if (changed) {
      await settlePhotos(changed, now);
      return {};
    }
  }
  throw new Error('a verdict on a picture was overtaken too often; it will be delivered again');
};
