import type { LedgerEntryView } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';
import { rulesOf } from '../read-rules';
import { entryView, personIn } from '../rules/entry-view';
import { ledger } from '../store';
import { namesOf } from './names-of';

/** A line of somebody's own ledger. Anybody else's is answered as if it were not there. */
export async function ownEntry(entryId: string, personId: string, now: Date): Promise<LedgerEntryView> {
  const entry = await ledger.read(entryId);
  if (!entry || entry.personId !== personId) return refuse('entry_not_found');
  const other = personIn(entry.cause);
  return entryView(entry, await rulesOf(now), await namesOf(other === null ? [] : [other]));
}
