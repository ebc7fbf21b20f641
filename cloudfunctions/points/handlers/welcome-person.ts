import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { entryOf } from '../books/ledger-chain';
import { openAccountWith, pendingLimit } from '../rules/account';
import { welcomeMovement } from '../rules/welcome';
import { accounts, ledger } from '../store';

/** 入职欢迎: a fact may arrive twice, and a person may join twice; the points come once. */
export const welcomePerson: Handler<PointsContract['welcomePerson']> = async ({ fact }, { now }) => {
  const { personId } = fact;
  const movement = welcomeMovement(personId, instant(now));
  const opened = openAccountWith(personId, movement, { welcomed: true });
  if (await accounts.insert(opened)) {
    await ledger.insert(entryOf(opened, movement.key));
    return {};
  }
  const booked = await accounts.changeOne(
    { _id: personId, welcomed: false, [`pending.${pendingLimit - 1}`]: is.absent() },
    {
      balance: by.adding(movement.points),
      lifetime: by.adding(movement.points),
      welcomed: true,
      pending: by.appending([movement]),
      pendingSince: movement.at,
    },
  );
  if (booked) {
    await ledger.insert(entryOf(booked, movement.key));
    return {};
  }
  const account = await accounts.read(personId);
  return account?.welcomed ? {} : refuse('points_busy');
};
