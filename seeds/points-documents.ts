import { personIdOf } from '../cloudfunctions/people/documents';
import { entriesAfter, type StoredEntry } from '../cloudfunctions/points/books/ledger-chain';
import { redemptionIdOf } from '../cloudfunctions/points/books/redemption-id';
import { type Account, type Movement, openAccount } from '../cloudfunctions/points/rules/account';
import { checkInMovement } from '../cloudfunctions/points/rules/check-in';
import { type StoredGift, shelved } from '../cloudfunctions/points/rules/gift';
import { askedPlainly, redemptionMovement, refundMovement } from '../cloudfunctions/points/rules/redeem-gift';
import { cancellation, type StoredRedemption } from '../cloudfunctions/points/rules/redemption';
import { takenOfPieces } from '../cloudfunctions/points/rules/taken';
import { welcomeMovement } from '../cloudfunctions/points/rules/welcome';
import { dayOf, instant } from '../shared/kernel/day';
import { type Figure, figures } from './company';
import { type PointsStory, pointsStories, type ToldRedemption } from './points-story';
import { type ShelfGift, shelf } from './shelf';

export interface PointsDocuments {
  pointAccounts: Account[];
  pointLedgerEntries: StoredEntry[];
  gifts: StoredGift[];
  redemptions: StoredRedemption[];
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
  const { picture, ...rest } = gift;
  return shelved({ ...rest, stock: gift.supplied, pictureFileId: fileIdOf(gift), createdAt: daysBefore(now, 60, 10) });
}

/** The request by which the story's person redeemed the gift. */
export const seededRequestId = (employeeNumber: string, giftId: string) =>
  `seed-${employeeNumber}-${giftId}`.toLowerCase();

interface Told {
  movements: Movement[];
  redemption: StoredRedemption;
}

function tell(figure: Figure, told: ToldRedemption, gift: StoredGift, now: Date): Told {
  const personId = personIdOf(figure.employeeNumber);
  const requestId = seededRequestId(figure.employeeNumber, told.giftId);
  const at = daysBefore(now, told.daysAgo, 12);
  const { name: personName, branchId } = figure;
  const redemptionId = redemptionIdOf(personId, requestId);
  const request = { personId, personName, branchId, giftId: told.giftId, requestId, redemptionId, at, ...askedPlainly };
  const paid = redemptionMovement(request, gift, `seed-${requestId}`);
  const closedAt = daysBefore(now, told.daysAgo - 1, 9);
  if (told.ending === 'reserved') return { movements: [paid], redemption: paid.redemption };
  if (told.ending === 'fulfilled') {
    const closing = { state: 'fulfilled', closedAt, closedBy: `${requestId}-fulfil` } as const;
    return { movements: [paid], redemption: { ...paid.redemption, ...closing } };
  }
  const cancelled = cancellation(told.ending.cancelledBecause, `${requestId}-cancel`, closedAt);
  return {
    movements: [paid, refundMovement(paid.redemption, closedAt)],
    redemption: { ...paid.redemption, ...cancelled, returningSince: null },
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

/** An account whose movements all stand in the ledger. */
function settledAccount(personId: string, entries: readonly StoredEntry[], redemptions: readonly StoredRedemption[]) {
  const last = entries.at(-1);
  const account = openAccount(personId);
  if (!last) return account;
  const kept = redemptions.filter(({ state }) => state !== 'cancelled' && state !== 'refunded');
  const came = entries.filter(({ cause }) => cause.kind === 'checkIn' || cause.kind === 'joined');
  return {
    ...account,
    balance: last.balanceAfter,
    lifetime: came.reduce((sum, { points }) => sum + points, 0),
    welcomed: true,
    checkInDays: entries.flatMap(({ cause }) => (cause.kind === 'checkIn' ? [cause.day] : [])),
    ...takenOfPieces(kept),
    settled: { seq: entries.length, balance: last.balanceAfter, hash: last.hash },
  };
}

/** What the points context has stored by now, by its own rules. */
export function pointsDocuments(now: Date): PointsDocuments {
  const gifts = new Map(shelf.map((gift) => [gift._id, giftOf(gift, now)]));
  const documents: PointsDocuments = { pointAccounts: [], pointLedgerEntries: [], gifts: [], redemptions: [] };
  for (const story of pointsStories) {
    const figure = figures.find(({ employeeNumber }) => employeeNumber === story.employeeNumber);
    if (!figure) throw new Error(`nobody has the number ${story.employeeNumber}`);
    const personId = personIdOf(story.employeeNumber);
    const told = story.redemptions.map((redemption) => {
      const gift = gifts.get(redemption.giftId);
      if (!gift) throw new Error(`there is no gift ${redemption.giftId}`);
      if (redemption.ending === 'reserved' || redemption.ending === 'fulfilled') {
        gifts.set(gift._id, { ...gift, stock: gift.stock - 1 });
      }
      return tell(figure, redemption, gift, now);
    });
    const welcome = welcomeMovement(personId, daysBefore(now, Math.min(60, -figure.joinedDays), 8));
    const movements = [welcome, ...checkInsOf(story, personId, now), ...told.flatMap((one) => one.movements)];
    movements.sort((one, other) => (one.at < other.at ? -1 : 1));
    const entries = entriesAfter(personId, openAccount(personId).settled, movements);
    const redemptions = told.map(({ redemption }) => redemption);
    documents.pointLedgerEntries.push(...entries);
    documents.redemptions.push(...redemptions);
    documents.pointAccounts.push(settledAccount(personId, entries, redemptions));
  }
  documents.gifts.push(...gifts.values());
  return documents;
}
