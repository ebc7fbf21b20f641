import type { ExitContract } from '../../../shared/exit/contract';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { followInterview } from '../interviews';
import { store } from '../store';

export const noteLeavingWithdrawn: Handler<ExitContract['noteLeavingWithdrawn']> = async ({ fact }, { now }) => {
  const { employmentId: _id, at } = fact;
  const cancelled = await store.interviews.changeOne(
    { _id, state: is.among(['pending', 'scheduled']) },
    { state: 'cancelled', settledAt: at, cancelReason: '撤回了离职申请', version: by.adding(1), pendingSince: at },
  );
  const interview = cancelled ?? (await store.interviews.read(_id));
  if (interview) await followInterview(interview, now);
  return {};
};
