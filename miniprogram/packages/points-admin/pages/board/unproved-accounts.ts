import type { NamedAlert } from '../../../../../shared/points/model';
import { dayInWords, todayOf } from '../../../../wording/day';

export interface UnprovedAccount {
  personId: string;
  name: string;
  found: string;
  day: string;
}

/** Whoever the latest night named, once each; nights that are over say nothing about today. */
export function unprovedAccounts(alerts: readonly NamedAlert[], now: Date): UnprovedAccount[] {
  const today = todayOf(now);
  const latest = alerts.filter(({ day }) => day === today);
  return latest.map(({ personId, personName: name, found, day }) => ({
    personId,
    name,
    found: found.join('；'),
    day: dayInWords(day, today),
  }));
}
