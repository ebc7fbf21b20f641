import type { StoredEntry } from '../cloudfunctions/points/books/ledger-chain';
import type { Account } from '../cloudfunctions/points/rules/account';
import {
  censusSince,
  foundBy,
  openCensus,
  type StoredCensus,
  withAccount,
} from '../cloudfunctions/points/rules/board/census';
import { findingsOf } from '../cloudfunctions/points/rules/board/findings';
import { personsWeeks } from '../cloudfunctions/points/rules/board/persons-weeks';
import { countedOn, dayAfter, openDay, type StoredDay } from '../cloudfunctions/points/rules/board/stored-day';
import { type StoredFinding, storedFinding } from '../cloudfunctions/points/rules/board/stored-finding';
import type { StoredGift } from '../cloudfunctions/points/rules/gift';
import type { HeldBack } from '../cloudfunctions/points/rules/held-back';
import { addDays, dayOf } from '../shared/kernel/day';

/** What HR's board has seen by now. */
export interface BoardDocuments {
  pointDays: StoredDay[];
  pointCensuses: StoredCensus[];
  pointFindings: StoredFinding[];
}

/** What the board is made from. */
interface Told {
  accounts: readonly Account[];
  entries: readonly StoredEntry[];
  heldBack: readonly HeldBack[];
  gifts: readonly StoredGift[];
  names: ReadonlyMap<string, string>;
}

const dayBooked = ({ booked }: StoredEntry) => dayOf(booked.slice(0, 24));

/** Every day up to yesterday counted, by the rules that count it in the cloud. */
function daysOf(entries: readonly StoredEntry[], today: string): StoredDay[] {
  const inOrder = [...entries].sort((one, other) => (one.booked < other.booked ? -1 : 1));
  const [first] = inOrder;
  if (!first) return [];
  const byDay = new Map<string, StoredEntry[]>();
  for (const entry of inOrder) byDay.set(dayBooked(entry), [...(byDay.get(dayBooked(entry)) ?? []), entry]);
  const days: StoredDay[] = [];
  let day = openDay(dayBooked(first), 0);
  while (day._id < today) {
    const counted = countedOn(day, byDay.get(day._id) ?? []);
    days.push({ ...counted, isFinal: true });
    day = dayAfter(counted);
  }
  return [...days, day];
}

/** Last night's walk, as it would have found things. */
export function boardDocuments({ accounts, entries, heldBack, gifts, names }: Told, now: Date): BoardDocuments {
  const today = dayOf(now);
  const day = addDays(today, -1);
  const since = censusSince(day);
  let census = openCensus(day);
  const pointFindings: StoredFinding[] = [];
  for (const account of [...accounts].sort((one, other) => (one._id < other._id ? -1 : 1))) {
    const own = entries.filter(({ personId, booked }) => personId === account._id && booked >= since);
    const held = heldBack.filter(({ personId, at }) => personId === account._id && at >= since);
    census = withAccount(census, account, own);
    const found = findingsOf(personsWeeks(account._id, own, held));
    pointFindings.push(...found.map((finding) => storedFinding(finding, day, now)));
  }
  const found = foundBy(
    census,
    gifts.filter(({ onSale }) => onSale),
    names,
  );
  return {
    pointDays: daysOf(entries, today),
    pointCensuses: [{ ...census, stage: 'done', found }],
    pointFindings,
  };
}
