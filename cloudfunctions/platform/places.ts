import { type PlaceOrder, type PlaceState, partOf } from '../../shared/kernel/places';
import type { Instant } from '../../shared/kernel/scalar';
import { by, type Change, type Collection, is, type Where } from './db';

/** A document that people sign up for: everybody with a place stands in it, in the order of sign-ups (ADR 0013). */
export interface SignedUpFor extends PlaceOrder {
  _id: string;
  memberIds: string[];
  /** The quota less everybody with a place; below 0 so many wait. Alone it says whether a sign-up gets a seat. */
  seatsLeft: number;
  /** By `partOf`. The key follows from person and request: one sign-up, one key. */
  parts: Record<string, { key: string }>;
  /** Sign-ups that were given up, the last of them: none comes back by its repeat. */
  leftKeys: string[];
  /** Counts every change. */
  version: number;
  /** Since when something is to be settled; null when nothing is. */
  pendingSince: Instant | null;
}

/** Who signs up, and what stands of them then. */
interface Joining {
  personId: string;
  key: string;
  mostWaiting: number;
  /** Their part, with the place they get. */
  part(state: PlaceState): { key: string };
  /** What else changes. */
  more?: Change;
}

/** How often a seat may come free between the two questions. */
const tries = 2;
/** How many sign-ups that were given up a document remembers. */
const keysKept = 100;

const changed = (at: Instant) => ({ version: by.adding(1), pendingSince: at });

/**
 * A seat while one is left, else the end of the queue: each one conditional update that needs nothing read before.
 * Null when the queue is full, the document is not `open` to this person, or they are there already.
 */
export async function takePlace<Document extends SignedUpFor>(
  documents: Collection<Document>,
  open: Where,
  { personId, key, mostWaiting, part, more = {} }: Joining,
  at: Instant,
): Promise<Document | null> {
  const where = { ...open, memberIds: is.not(personId), leftKeys: is.not(key) };
  const change = (state: PlaceState) => ({
    ...{ memberIds: by.appending([personId]), seatsLeft: by.adding(-1) },
    [`parts.${partOf(personId)}`]: by.exactly(part(state)),
    ...{ ...changed(at), ...more },
  });
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const seated = await documents.changeOne({ ...where, seatsLeft: is.above(0) }, change('seated'));
    if (seated) return seated;
    const queue = is.between(1 - mostWaiting, 0);
    const waits = await documents.changeOne({ ...where, seatsLeft: queue }, change('waiting'));
    if (waits) return waits;
  }
  return null;
}

/**
 * Gives up a place, once, while `where` holds. The order of the others says at once who has the seat. Null when it is
 * gone already, or the condition does not hold.
 */
export function givePlaceUp<Document extends SignedUpFor>(
  documents: Collection<Document>,
  where: Where,
  { personId, key }: { personId: string; key: string },
  more: Change,
  at: Instant,
): Promise<Document | null> {
  const field = `parts.${partOf(personId)}`;
  return documents.changeOne(
    { ...where, memberIds: personId, [`${field}.key`]: key },
    {
      ...{ memberIds: by.pulling(personId), seatsLeft: by.adding(1), [field]: by.erasing() },
      ...{ leftKeys: by.appending([key], keysKept), ...changed(at), ...more },
    },
  );
}
