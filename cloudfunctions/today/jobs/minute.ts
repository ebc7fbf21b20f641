import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import type { Job } from '../../platform/serve';
import { entries } from '../store';
import { sendReminders } from './send-reminders';

/** Every minute: sends what is due, closes what is over, forgets what is old. Each safe to repeat. */
export const minute: Job = async (now) => {
  const past = is.between('', instant(now));
  const reminders = await sendReminders(now);
  const closed = await entries.changeAll({ closesAt: past, open: true }, { open: false, closesAt: null });
  const purged = await entries.removeAll({ purgeAt: past });
  return { ...reminders, closed, purged };
};
