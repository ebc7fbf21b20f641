import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { mostGiftCards } from '../../../shared/recognition/gift-card';
import { is } from '../../platform/db';
import { readJoinedHolders } from '../../platform/identity';
import { oneByOne } from '../../platform/one-by-one';
import { deliver } from '../../platform/outbox';
import type { StoredGiftCard } from '../documents';
import { levelOf, stockTask } from '../rules/gift-card';
import { store } from '../store';
import { drawNumber } from './draw-gift-card';

const atOnce = 50;

export interface Stock {
  free: number;
  owed: number;
}

/** How many numbers are nobody's, and how many care cards wait for one. */
export async function stockOf(giftCardId: string): Promise<Stock> {
  const [free, owed] = await Promise.all([
    store.numbers.count({ giftCardId, careId: null }),
    store.care.count({ owedCardId: giftCardId }),
  ]);
  return { free, owed };
}

/** Draws for those who wait, and tells HR when the stock has become low, empty, or enough again. Safe to repeat. */
export async function keepGiftCard(kind: StoredGiftCard, now: Date): Promise<Stock> {
  const { _id, checks } = kind;
  const owedCards = await store.care.list({
    where: { owedCardId: _id, state: 'delivered' },
    sortedBy: 'sort',
    limit: atOnce,
  });
  for (const card of owedCards) if (!(await drawNumber(card, now))) break;
  const stock = await stockOf(_id);
  const level = levelOf(stock.free, kind);
  if (level !== kind.toldLevel && !(await tellLevel(kind, stock, now))) return stock;
  const isDone = stock.free === 0 || stock.owed === 0;
  await store.giftCards.changeOne({ _id, checks }, { toldLevel: level, ...(isDone ? { checkSince: null } : {}) });
  return stock;
}

/** 今天 of everybody in HR. Who has the task is noted first, to take it back later. */
async function tellLevel(kind: StoredGiftCard, stock: Stock, now: Date): Promise<boolean> {
  const { _id: taskId, name } = kind;
  const level = levelOf(stock.free, kind);
  const [at, requestId] = [instant(now), `${level}-${taskId}`.padEnd(16, '0')];
  if (level === 'enough') {
    const cleared = { taskId, personIds: kind.taskHolders, at, requestId };
    return kind.taskHolders.length === 0 || deliver({ to: 'today', call: 'clearTask', input: cleared }, now);
  }
  const holders = (await readJoinedHolders('hr', now)).map(({ personId }) => personId);
  if (holders.length === 0) return true;
  const taskHolders = [...new Set([...kind.taskHolders, ...holders])];
  await store.giftCards.changeOne({ _id: taskId }, { taskHolders });
  const input = {
    ...{ taskId, personIds: holders, kind: 'task', lane: 'do', ...stockTask(name, level, stock), button: '去补卡' },
    ...{ page: '/packages/recognition/pages/gift-cards/gift-cards', dueAt: null, closesAt: null, at, requestId },
  };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

/** Kinds that moved more than a minute ago: no call is at work on them any more. */
export async function keepGiftCards(quietSince: Instant, now: Date): Promise<number> {
  const moved = await store.giftCards.list({
    where: { checkSince: is.between('', quietSince) },
    limit: mostGiftCards,
  });
  await oneByOne(moved, (kind) => keepGiftCard(kind, now));
  return moved.length;
}

/** Numbers that were seen a day ago are kept no longer. */
export async function eraseSeenNumbers(now: Date): Promise<number> {
  const seen = await store.care.list({ where: { eraseNumberAfter: is.between('', instant(now)) }, limit: atOnce });
  await oneByOne(seen, async ({ _id, numberId }) => {
    if (numberId !== null) await store.numbers.changeOne({ _id: numberId, careId: _id }, { sealed: null });
    await store.care.changeOne({ _id }, { eraseNumberAfter: null });
  });
  return seen.length;
}
