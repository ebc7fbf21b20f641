import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import type { Job } from '../../platform/serve';
import { codes, heldBack, redemptions } from '../store';
import { bringBack } from './bring-back';
import { changePrices } from './change-prices';
import { settleAccounts } from './settle-accounts';
import { settleGifts } from './settle-gifts';
import { settlePools } from './settle-pools';

/** A function lives at most 20 s: what is older than this was left behind, and no call is at work on it. */
const leftBehindMillis = 60_000;
/** Cancellations that one sweep finishes; the rest waits a minute. */
const cancellationsAtOnce = 200;

/** Every minute: finishes what was begun, or undoes it. Safe to run twice, late, and at the same time as itself. */
export const sweep: Job = async (now) => {
  const cutoff = instant(new Date(now.getTime() - leftBehindMillis));
  const cancelled = await redemptions.list({
    where: { returningSince: is.atMost(cutoff) },
    sortedBy: 'returningSince',
    limit: cancellationsAtOnce,
  });
  await codes.changeAll({ eraseAfter: is.atMost(instant(now)) }, { sealed: null, eraseAfter: null });
  const repriced = await changePrices(now);
  let broughtBack = 0;
  for (const redemption of cancelled) {
    if (await bringBack(redemption, instant(now))) broughtBack += 1;
  }
  const accounts = await settleAccounts(cutoff, instant(now));
  const gifts = await settleGifts(cutoff);
  const pools = await settlePools(cutoff, now);
  const forgotten = await heldBack.removeAll({ purgeAt: is.atMost(instant(now)) });
  return { repriced, broughtBack, ...accounts, ...gifts, ...pools, forgotten };
};
