import type { NoticeSettings } from '../../shared/today/model';
import type { Change } from '../platform/db';
import { by, is } from '../platform/db';
import { newSettings, requestsKept, type StoredSettings } from './rules/settings';
import { settings } from './store';

type Changed = Partial<NoticeSettings & Pick<StoredSettings, 'reachableSince'>>;

/** Changes the settings of a person by one request, once; opens them where there are none. Answers how they are now. */
export async function changeSettings(personId: string, changed: Changed, requestId: string): Promise<StoredSettings> {
  const { quiet, muted, ...rest } = changed;
  const change: Change = {
    ...rest,
    ...(quiet === undefined ? {} : { quiet: by.exactly(quiet) }),
    ...(muted === undefined ? {} : { muted: by.exactly(muted) }),
    requests: by.appending([requestId], requestsKept),
  };
  const known = await settings.changeOne({ _id: personId, requests: is.not(requestId) }, change);
  if (known) return known;
  const opened = { ...newSettings(personId), ...changed, requests: [requestId] };
  if (await settings.insert(opened)) return opened;
  const present = await settings.read(personId);
  if (!present) throw new Error('settings are never removed while their owner changes them');
  return present.requests.includes(requestId) ? present : changeSettings(personId, changed, requestId);
}
