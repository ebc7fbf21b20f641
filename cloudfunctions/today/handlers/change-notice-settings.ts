import type { TodayContract } from '../../../shared/today/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { changeSettings } from '../change-settings';
import { settingsView } from '../rules/settings';

/** What waits for the end of the quiet hours is looked at again when it is sent. */
export const changeNoticeSettings: Handler<TodayContract['changeNoticeSettings']> = async (
  { quiet, muted, requestId },
  { caller },
) => {
  const { personId } = personOf(caller);
  return settingsView(await changeSettings(personId, { quiet, muted: [...new Set(muted)] }, requestId));
};
