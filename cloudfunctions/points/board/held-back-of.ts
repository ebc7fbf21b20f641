import { is } from '../../platform/db';
import type { HeldBack } from '../rules/held-back';
import { heldBack } from '../store';

const mostHeldBack = 1000;

/** What limits held back from one person, as far as it is kept, by one rule or by all. One request. */
export function heldBackOf(personId: string, rule?: string): Promise<HeldBack[]> {
  const keys = rule === undefined ? is.above('') : is.startingWith(`${personId}.${rule}.`);
  return heldBack.list({ where: { personId, _id: keys }, sortedBy: '_id', limit: mostHeldBack });
}
