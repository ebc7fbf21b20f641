import { dayInWords } from '../../shared/kernel/day';
import type { Instant } from '../../shared/kernel/scalar';
import { is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import type { StoredImprovement } from './documents';
import { store } from './store';
import { tell } from './tell';

const atOnce = 20;

/** Tells the owner. Safe to repeat. */
export async function followImprovement(improvement: StoredImprovement, now: Date): Promise<void> {
  const { _id, title, ownerPersonId, dueOn, aboutWords, pendingSince } = improvement;
  if (pendingSince === null) return;
  const notice = { factId: `${_id}.owner`, personIds: [ownerPersonId], title: '请你负责一项改进' };
  const line = `${title}（${aboutWords}），${dayInWords(dueOn)}前完成`.slice(0, 120);
  if (!(await tell({ ...notice, line, page: '/pages/home/home' }, now))) return;
  await store.improvements.changeOne({ _id, pendingSince }, { pendingSince: null });
}

/** What a killed process left. */
export async function followImprovements(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.improvements.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (improvement) => followImprovement(improvement, now));
  return found.length;
}
