import type { RecognitionContract } from '../../../shared/recognition/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { mostOfYear, thanksYear } from '../rules/thanks-year';
import { store } from '../store';

/** Years begin at midnight in Shanghai. */
const beginOf = (year: number) => new Date(`${year}-01-01T00:00:00.000+08:00`).toISOString();

export const readThanksYear: Handler<RecognitionContract['readThanksYear']> = async ({ year }, { caller }) => {
  const { personId } = personOf(caller);
  const within = is.between(beginOf(year), beginOf(year + 1));
  const [received, sent] = await Promise.all([
    store.received.list({
      where: { toId: personId, isShown: true, sort: within },
      sortedBy: 'sort',
      direction: 'desc',
      limit: mostOfYear,
    }),
    store.thanks.count({ fromId: personId, sort: within }),
  ]);
  return thanksYear(year, received, sent);
};
