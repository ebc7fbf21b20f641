import { personIdOf } from '../cloudfunctions/people/documents';
import { seal } from '../cloudfunctions/platform/sealed';
import { entriesAfter, type StoredEntry, settledAfter } from '../cloudfunctions/points/books/ledger-chain';
import { redemptionIdOf } from '../cloudfunctions/points/books/redemption-id';
import {
  type Account,
  accountWith,
  type Movement,
  nothingPending,
  openAccount,
} from '../cloudfunctions/points/rules/account';
import { checkInMovement } from '../cloudfunctions/points/rules/check-in';
import { type StoredGift, shelved } from '../cloudfunctions/points/rules/gift';
import { codePlace, type StoredCode } from '../cloudfunctions/points/rules/gift-code';
import type { HeldBack } from '../cloudfunctions/points/rules/held-back';
import { openedPool, type StoredPool } from '../cloudfunctions/points/rules/pool';
import {
  askedPlainly,
  payingLots,
  redemptionMovement,
  refundMovement,
} from '../cloudfunctions/points/rules/redeem-gift';
import { cancellation, type StoredRedemption } from '../cloudfunctions/points/rules/redemption';
import { takenOfPieces } from '../cloudfunctions/points/rules/taken';
import { welcomeMovement } from '../cloudfunctions/points/rules/welcome';
import type { StoredWishes } from '../cloudfunctions/points/rules/wishes';
import { addDays, dayOf, instant } from '../shared/kernel/day';
import { type Figure, figures } from './company';
import { type History, historyOf } from './points-history';
import { type PointsStory, pointsStories, type ToldRedemption } from './points-story';
import { type ShelfGift, shelf } from './shelf';

export interface PointsDocuments {
  pointAccounts: Account[];
  pointLedgerEntries: StoredEntry[];
  gifts: StoredGift[];
  giftCodes: StoredCode[];
  pools: StoredPool[];
  redemptions: StoredRedemption[];
  pointsHeldBack: HeldBack[];
  pointWishes: StoredWishes[];
}

/** Where seeded pictures are uploaded to, and the environment whose file ids the local cloud gives. */
export const pictureOf = ({ _id }: Pick<ShelfGift, '_id'>) => `gifts/${_id}.png`;
const fileIdOf = (gift: ShelfGift) => `cloud://local-simulator.files/${pictureOf(gift)}`;

/** So many days before `now`, at a time of day in Shanghai when people are at work. */
function daysBefore(now: Date, days: number, hour: number): string {
  const day = dayOf(new Date(now.getTime() - days * 86_400_000));
  return instant(new Date(`${day}T${String(hour).padStart(2, '0')}:10:00.000+08:00`));
}

function giftOf(gift: ShelfGift, now: Date): StoredGift {
  const { picture, saleDays, ...rest } = gift;
  const today = dayOf(now);
  return shelved({
    ...rest,
    ...(saleDays ? { saleFrom: addDays(today, saleDays.from), saleUntil: addDays(today, saleDays.until) } : {}),
    ...{ stock: gift.supplied, pictureFileId: fileIdOf(gift), createdAt: daysBefore(now, 60, 10) },
  });
}

/** A code for each piece of what is handed over as one. */
function codesOf({ _id: giftId, handing, supplied }: ShelfGift): StoredCode[] {
  if (handing !== 'code') return [];
  return Array.from({ length: supplied }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const _id = `${giftId}.seed-${number}`;
    const sealed = seal(`YS-DEMO-${number}-${(7919 * (index + 1)).toString(36).toUpperCase()}`, codePlace(_id));
    return { _id, giftId, batch: 'seed-codes-0001', sealed, redemptionId: null, claimedAt: null, eraseAfter: null };
  });
}

/** What 林晓 and 陈一诺 save for: something near, and something that takes a while. */
function wishesOf(): StoredWishes[] {
  const saved = [
    ['林晓', ['seed-gift-book-voucher', 'seed-gift-umbrella']],
    ['陈一诺', ['seed-gift-half-day']],
  ] as const;
  return saved.flatMap(([name, giftIds]) => {
    const figure = figures.find((one) => one.name === name);
    return figure ? [{ _id: personIdOf(figure.employeeNumber), giftIds: [...giftIds] }] : [];
  });
}

/** A gift that a branch may pay together, and the cause of these weeks; nobody has paid into them yet. */
function poolsOf(now: Date): StoredPool[] {
  const today = dayOf(now);
  const opening = { openedBy: personIdOf('YS-0003'), openedAt: daysBefore(now, 2, 10) };
  const shared = { ...opening, branchId: null };
  return [
    {
      ...({ _id: 'seed-pool-tea', kind: 'teamGift', name: '研发楼层的咖啡机', valueFen: 260_000 } as const),
      description: '凑齐以后行政部采购，放在三楼茶水间。',
      ...{ targetPoints: 600, perPersonPoints: 60, closesOn: addDays(today, 12), ...shared },
    },
    {
      ...({ _id: 'seed-pool-books', kind: 'charity', name: '山区小学图书角', valueFen: 0 } as const),
      description: '每 10 积分，公司捐出一元，月底公布总数。',
      ...{ targetPoints: null, perPersonPoints: null, closesOn: addDays(today, 8), ...shared },
    },
  ].map((pool) => openedPool(pool, today));
}

/** The request by which the story's person redeemed the gift. */
export const seededRequestId = (employeeNumber: string, giftId: string) =>
  `seed-${employeeNumber}-${giftId}`.toLowerCase();

interface Told {
  movements: Movement[];
  redemption: StoredRedemption;
}

function tell(figure: Figure, told: ToldRedemption, gift: StoredGift, account: Account, now: Date): Told {
  const personId = personIdOf(figure.employeeNumber);
  const requestId = seededRequestId(figure.employeeNumber, told.giftId);
  const at = daysBefore(now, told.daysAgo, 12);
  const { name: personName, branchId } = figure;
  const redemptionId = redemptionIdOf(personId, requestId);
  const spending = { today: dayOf(at), spendBy: null };
  const who = { personId, personName, branchId, giftId: told.giftId, requestId, redemptionId, at };
  const lots = payingLots(account, gift.costPoints, spending);
  if (!lots) throw new Error(`${personName} cannot afford ${gift.name}`);
  const paid = redemptionMovement({ ...who, ...askedPlainly, spending }, gift, `seed-${requestId}`, lots);
  const closedAt = daysBefore(now, told.daysAgo - 1, 9);
  if (told.ending === 'reserved') return { movements: [paid], redemption: paid.redemption };
  if (told.ending === 'fulfilled') {
    const closing = { state: 'fulfilled', closedAt, closedBy: `${requestId}-fulfil` } as const;
    return { movements: [paid], redemption: { ...paid.redemption, ...closing } };
  }
  const cancelled = cancellation(told.ending.cancelledBecause, `${requestId}-cancel`, closedAt);
  return {
    movements: [paid, refundMovement(paid.redemption, closedAt)],
    redemption: { ...paid.redemption, ...cancelled, returningSince: null, tellSince: null },
  };
}

function checkInsOf(story: PointsStory, personId: string, now: Date): Movement[] {
  const recent = Array.from({ length: story.streakDays }, (_, index) => index + 1);
  const earlier = Array.from({ length: story.earlierDays }, (_, index) => story.streakDays + 4 + index);
  return [...recent, ...earlier].map((daysAgo) => {
    const at = daysBefore(now, daysAgo, 9);
    return checkInMovement(personId, dayOf(at), at);
  });
}

const inTime = (movements: readonly Movement[]) => [...movements].sort((one, other) => (one.at < other.at ? -1 : 1));

/** An account whose movements all stand in the ledger. */
function settledAccount(
  personId: string,
  movements: readonly Movement[],
  redemptions: readonly StoredRedemption[],
  { earned }: History,
) {
  const kept = redemptions.filter(({ state }) => state !== 'cancelled' && state !== 'refunded');
  const checkInDays = movements.flatMap(({ cause }) => (cause.kind === 'checkIn' ? [cause.day] : []));
  const facts = { welcomed: true, checkInDays, earned, ...takenOfPieces(kept) };
  const account = accountWith(openAccount(personId), movements, facts);
  const settled = settledAfter(account, movements.length);
  return { ...account, settled, pending: [], pendingSince: nothingPending };
}

/** What the points context has stored by now, by its own rules. */
export function pointsDocuments(now: Date): PointsDocuments {
  const gifts = new Map(shelf.map((gift) => [gift._id, giftOf(gift, now)]));
  const documents: PointsDocuments = {
    pointAccounts: [],
    pointLedgerEntries: [],
    gifts: [],
    giftCodes: shelf.flatMap(codesOf),
    pools: poolsOf(now),
    redemptions: [],
    pointsHeldBack: [],
    pointWishes: wishesOf(),
  };
  for (const story of pointsStories) {
    const figure = figures.find(({ employeeNumber }) => employeeNumber === story.employeeNumber);
    if (!figure) throw new Error(`nobody has the number ${story.employeeNumber}`);
    const personId = personIdOf(story.employeeNumber);
    const nobody = openAccount(personId);
    const welcome = welcomeMovement(personId, daysBefore(now, Math.min(89, -figure.joinedDays), 8));
    const history = historyOf(story.employeeNumber, nobody, -figure.joinedDays, now);
    let movements = inTime([welcome, ...checkInsOf(story, personId, now), ...history.movements]);
    const redemptions: StoredRedemption[] = [];
    for (const told of [...story.redemptions].sort((one, other) => other.daysAgo - one.daysAgo)) {
      const gift = gifts.get(told.giftId);
      if (!gift) throw new Error(`there is no gift ${told.giftId}`);
      if (told.ending === 'reserved' || told.ending === 'fulfilled') {
        gifts.set(gift._id, { ...gift, stock: gift.stock - 1 });
      }
      const at = daysBefore(now, told.daysAgo, 12);
      const until = movements.filter((movement) => movement.at <= at);
      const { movements: paid, redemption } = tell(figure, told, gift, accountWith(nobody, until), now);
      movements = inTime([...movements, ...paid]);
      redemptions.push(redemption);
    }
    documents.pointLedgerEntries.push(...entriesAfter(personId, nobody.settled, movements));
    documents.redemptions.push(...redemptions);
    documents.pointAccounts.push(settledAccount(personId, movements, redemptions, history));
    documents.pointsHeldBack.push(...history.heldBack);
  }
  documents.gifts.push(...gifts.values());
  return documents;
}
