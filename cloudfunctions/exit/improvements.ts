import { addDays, dayInWords, instant, momentOn } from '../../shared/kernel/day';
import type { Instant } from '../../shared/kernel/scalar';
import { by, is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import type { StoredImprovement } from './documents';
import { store } from './store';
import { clearTask, putTask, tell } from './tell';

const atOnce = 20;
const pages = '/packages/exit/pages';
const ownersPage = `${pages}/my-improvements/my-improvements`;

/** Off the lists of those who had it before; who works here still hears to whom it went. */
async function followFormer({ _id, title, ownerName, ownerPersonId, formerOwners }: StoredImprovement, now: Date) {
  const former = formerOwners.filter(({ personId }) => personId !== ownerPersonId);
  const told = await Promise.all(
    former.map(({ personId, isHere, turn }) => {
      const words = { title: `改进交给了${ownerName}`.slice(0, 40), line: `${title}，不用再由你负责` };
      return tell(
        { factId: `${_id}.former.${turn}`, personIds: isHere ? [personId] : [], ...words, page: ownersPage },
        now,
      );
    }),
  );
  const personIds = former.map(({ personId }) => personId);
  return (await clearTask(`${_id}.task`, personIds, now)) && told.every(Boolean);
}

/** The owner's task, and a message that there is one; off the list once it is done, or the owner has left. */
async function followOwner(improvement: StoredImprovement, now: Date): Promise<boolean> {
  const { _id, title, ownerPersonId, dueOn, doneOn, hasOwnerLeft, turn, aboutWords } = improvement;
  const [taskId, personIds] = [`${_id}.task`, [ownerPersonId]];
  if (doneOn !== null || hasOwnerLeft) return clearTask(taskId, personIds, now);
  const line = `${title}（${aboutWords}），${dayInWords(dueOn)}前完成`.slice(0, 120);
  const factId = turn === 0 ? `${_id}.owner` : `${_id}.owner.${turn}`;
  const notice = { factId, personIds, title: '请你负责一项改进', line, page: ownersPage };
  const dueAt = momentOn(addDays(dueOn, 1), '00:00').toISOString();
  const task = { taskId, personIds, title: title.slice(0, 40), line: `改进：${aboutWords}`, button: '去看看' };
  return (await tell(notice, now)) && putTask({ ...task, page: ownersPage, dueAt, closesAt: null }, now);
}

/** HR who opened it hears what the owner has said since. */
async function followOpener(improvement: StoredImprovement, now: Date): Promise<boolean> {
  const { _id, title, openedById, ownerPersonId, ownerName, reports, doneOn, result, pendingSince } = improvement;
  const { hasOwnerLeft, turn } = improvement;
  if (openedById === ownerPersonId) return true;
  const news = reports
    .filter(({ at }) => at >= (pendingSince ?? at))
    .map(({ at, words }) => ({ key: String(Date.parse(at)), title: `${ownerName}说了改进的进展`, words }));
  const done = doneOn === null ? [] : [{ key: 'done', title: `改进完成了：${title}`, words: result ?? '' }];
  const left = hasOwnerLeft && doneOn === null;
  const lost = left ? [{ key: `left.${turn}`, title: `${ownerName}离职了，改进要换人负责`, words: title }] : [];
  const told = await Promise.all(
    [...news, ...done, ...lost].map(({ key, title: heading, words }) => {
      const notice = { factId: `${_id}.${key}`, personIds: [openedById], title: heading.slice(0, 40) };
      return tell({ ...notice, line: words.slice(0, 120), page: `${pages}/exit-board/exit-board` }, now);
    }),
  );
  return told.every(Boolean);
}

/** Brings the owner's task and everybody's messages in line. Safe to repeat. */
export async function followImprovement(improvement: StoredImprovement, now: Date): Promise<void> {
  const { _id, version, pendingSince } = improvement;
  if (pendingSince === null) return;
  const isTold =
    (await followFormer(improvement, now)) &&
    (await followOwner(improvement, now)) &&
    (await followOpener(improvement, now));
  if (isTold)
    await store.improvements.changeOne({ _id, version, pendingSince }, { pendingSince: null, formerOwners: [] });
}

/** Writes a change of one that is open, with the intent to tell of it; null where somebody else was faster. */
export async function changeImprovement(
  { _id, version, pendingSince }: StoredImprovement,
  change: object,
  now: Date,
): Promise<StoredImprovement | null> {
  const told = { version: by.adding(1), pendingSince: pendingSince ?? instant(now) };
  const changed = await store.improvements.changeOne({ _id, version, doneOn: null }, { ...change, ...told });
  if (changed) await followImprovement(changed, now);
  return changed;
}

/** Whoever has left owns nothing that is open; HR hears of it by the timer. A repeat changes nothing. */
export async function loseOwner(ownerPersonId: string, now: Date): Promise<void> {
  const open = { ownerPersonId, doneOn: null, hasOwnerLeft: false };
  const lost = { hasOwnerLeft: true, version: by.adding(1) };
  await store.improvements.changeAll({ ...open, pendingSince: null }, { ...lost, pendingSince: instant(now) });
  // What was on its way already keeps its moment: reports since then are still to be told.
  await store.improvements.changeAll(open, lost);
}

/** What a killed process left. */
export async function followImprovements(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.improvements.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (improvement) => followImprovement(improvement, now));
  return found.length;
}
