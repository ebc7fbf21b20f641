import { dayOf, minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { deliverDue, finishDeliveries } from '../care/deliver-care';
import { eraseSeenNumbers, keepGiftCards } from '../care/keep-gift-cards';
import { finishTakingBack } from '../care/take-back-numbers';
import { walkColleagues } from '../care/walk-colleagues';
import { hourInShanghai } from '../rules/care-day';
import { finishBoosts } from '../thanks/finish-boost';
import { finishSendings } from '../thanks/finish-sending';
import { finishShowings } from '../thanks/finish-showing';

/** Nobody wants a wish in the middle of the night. */
const firstHour = 8;

/** What the timer does each minute: what was cut off, then whose day comes, then whose day it is. */
export const minute: Job = async (now) => {
  const quietSince = minutesAfter(now, -1);
  const today = dayOf(now);
  return {
    sent: await finishSendings(quietSince, now),
    shown: await finishShowings(quietSince, now),
    boosted: await finishBoosts(quietSince, now),
    carried: await finishDeliveries(quietSince, now),
    takenBack: await finishTakingBack(quietSince, now),
    restocked: await keepGiftCards(quietSince, now),
    erased: await eraseSeenNumbers(now),
    made: await walkColleagues(today, now),
    delivered: hourInShanghai(now) >= firstHour ? await deliverDue(today, now) : 0,
  };
};
