import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { earn } from '../earn';
import { readings } from '../store';

const atOnce = 100;

/** Tells the points who has read what; what they did not take is told again in a minute. */
export async function rewardReaders(now: Date): Promise<{ rewarded: number }> {
  const owed = await readings.list({
    where: { earningSince: is.atMost(instant(now)) },
    sortedBy: 'earningSince',
    limit: atOnce,
  });
  let rewarded = 0;
  for (const { _id, personId, title } of owed) {
    if (!(await earn({ factId: _id, rule: 'newsRead', personId, about: title }, now))) continue;
    await readings.changeOne({ _id }, { earningSince: null });
    rewarded += 1;
  }
  return { rewarded };
}
