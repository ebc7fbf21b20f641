import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { checkInPoints, rememberedCheckInDays } from '../../../shared/points/model';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { entryOf } from '../books/ledger-chain';
import { openAccountWith, pendingLimit, rememberedRequests } from '../rules/account';
import { accountView, answersCheckIn, checkInMovement } from '../rules/check-in';
import { accounts, ledger } from '../store';

export const checkIn: Handler<PointsContract['checkIn']> = async (input, context) => {
  const { requestId } = input;
  const { caller, now } = context;
  const { personId } = personOf(caller);
  const today = dayOf(now);
  const movement = checkInMovement(personId, today, instant(now));
  const remembered = { requestId, call: 'checkIn', day: today } as const;
  const answer = async (account: Parameters<typeof accountView>[0]) => {
    await ledger.insert(entryOf(account, movement.key));
    return { gained: checkInPoints, account: accountView(account, today) };
  };

  const booked = await accounts.changeOne(
    {
      _id: personId,
      checkInDays: is.not(today),
      'recent.requestId': is.not(requestId),
      [`pending.${pendingLimit - 1}`]: is.absent(),
    },
    {
      balance: by.adding(movement.points),
      lifetime: by.adding(movement.points),
      checkInDays: by.appending([today], rememberedCheckInDays),
      recent: by.appending([remembered], rememberedRequests),
      pending: by.appending([movement]),
      pendingSince: movement.at,
    },
  );
  if (booked) return answer(booked);

  const account = await accounts.read(personId);
  if (account) {
    // The repeat of a check-in that was booked, or a refusal; the day is never booked again.
    answersCheckIn(account, requestId, today);
    return { gained: checkInPoints, account: accountView(account, today) };
  }
  // Whoever comes before their welcome opens their account here. If the welcome was faster, there is one now.
  const opened = openAccountWith(personId, movement, { checkInDays: [today], recent: [remembered] });
  return (await accounts.insert(opened)) ? answer(opened) : checkIn(input, context);
};
