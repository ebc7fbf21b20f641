import * as z from 'zod';

/** What the order of sign-ups says of somebody: has a seat, or waits for one. */
export const PlaceState = z.enum(['seated', 'waiting']);
export type PlaceState = z.infer<typeof PlaceState>;

/** Places in the order of sign-ups: the first `quota` are seats, the others wait (ADR 0013). */
export interface PlaceOrder {
  quota: number;
  memberIds: readonly string[];
}

/** Under which name a person's part stands in a document: a path of the database ends at a dot. */
export const partOf = (personId: string): string => personId.replace(/\./g, '~');

/** Whether somebody has a seat or waits, and as the so-manyth of all, from 0; null for who has no place. */
export function placeOf(
  { memberIds, quota }: PlaceOrder,
  personId: string,
): { state: PlaceState; index: number } | null {
  const index = memberIds.indexOf(personId);
  if (index < 0) return null;
  return { index, state: index < quota ? 'seated' : 'waiting' };
}
