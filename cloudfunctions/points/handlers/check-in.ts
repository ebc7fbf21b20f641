import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { rememberedCheckInDays } from '../../../shared/points/model';
import { type Caller, personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { bookable, booking, counting, withinLimits } from '../books/booking';
import { rulesOf } from '../read-rules';
import { type Account, accountWith, openAccount, rememberedRequests } from '../rules/account';
import { accountView, answersCheckIn, checkInMovement } from '../rules/check-in';
import { countedWith } from '../rules/earning';
import { type RuleTable, termsOn } from '../rules/rule-table';
import { viewedOn } from '../spending';
import { accounts } from '../store';

export const checkIn: Handler<PointsContract['checkIn']> = async (input, context) => {
  const { requestId } = input;
  const { caller, now } = context;
  const { personId } = personOf(caller);
  const [today, at] = [dayOf(now), instant(now)];
  const table = await rulesOf(now);
  const terms = termsOn(table, 'checkIn', today);
  const { rule } = terms;
  const movement = checkInMovement(personId, today, at, terms);
  const remembered = { requestId, call: 'checkIn', day: today, gained: rule.points } as const;
  const answer = (account: Account, gained = rule.points) => answerOf(account, gained, { caller, now, table });

  const booked =
    rule.points > 0 &&
    (await accounts.changeOne(
      {
        _id: personId,
        checkInDays: is.not(today),
        'recent.requestId': is.not(requestId),
        ...bookable([movement]),
        ...withinLimits(rule, at),
      },
      {
        ...booking([movement]),
        ...counting(rule, at),
        checkInDays: by.appending([today], rememberedCheckInDays),
        recent: by.appending([remembered], rememberedRequests),
      },
    ));
  if (booked) return answer(booked);

  const account = await accounts.read(personId);
  // The repeat of a check-in that was booked, or a refusal; the day is never booked again.
  if (account || rule.points === 0) {
    const known = account ?? openAccount(personId);
    return answer(known, answersCheckIn(known, requestId, rule, at));
  }
  // Whoever comes before their welcome opens their account here. If the welcome was faster, there is one now.
  const nobody = openAccount(personId);
  const earned = countedWith(nobody, rule, at);
  const opened = accountWith(nobody, [movement], { checkInDays: [today], recent: [remembered], earned });
  return (await accounts.insert(opened)) ? answer(opened) : checkIn(input, context);
};

function answerOf(account: Account, gained: number, seen: { caller: Caller; now: Date; table: RuleTable }) {
  return { gained, account: accountView(account, viewedOn(seen.caller, seen.now, seen.table)) };
}
