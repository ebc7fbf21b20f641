import { picturesJudged } from '../../../shared/kernel/picture-check';
import type { SaleContract } from '../../../shared/sale/contract';
import { by } from '../../platform/db';
import { pictureOfSubject } from '../../platform/pictures';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

/** Three verdicts and a change may come at the same moment: how often to look again. */
const tries = 6;

/** A picture is shown once it was found harmless; what was replaced meanwhile is nobody's any more. */
export const takeMediaVerdict: Handler<SaleContract['takeMediaVerdict']> = async ({ fact }) => {
  const subject = pictureOfSubject(fact.subjectId);
  if (!subject) return {};
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const item = await store.items.read(subject.contentId);
    const pictures = item && picturesJudged(item.pictures, subject.number, fact.verdict.suggest);
    if (!pictures) return {};
    const changed = await store.items.changeOne(
      { _id: item._id, picturesVersion: item.picturesVersion },
      { pictures: by.exactly(pictures), picturesVersion: by.adding(1) },
    );
    if (changed) return {};
  }
  throw new Error('a verdict on a picture was overtaken too often; it will be delivered again');
};
