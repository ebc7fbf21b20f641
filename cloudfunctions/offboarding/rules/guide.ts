import type { Day } from '../../../shared/kernel/scalar';
import { type Guide, shippedSections } from '../../../shared/offboarding/guide';
import type { Identity } from '../../../shared/people/identity';
import type { StoredGuide } from '../documents';
import { guideDates } from './notice-dates';

/** The guide with the dates of whoever reads it. */
export function guideView(
  written: StoredGuide | null,
  reader: Pick<Identity, 'status' | 'relievingDate'> | null,
  today: Day,
): Guide {
  return {
    version: written?.version ?? 0,
    sections: written?.sections ?? [...shippedSections],
    dates: guideDates(today, reader?.status ?? null, reader?.relievingDate ?? null),
  };
}
