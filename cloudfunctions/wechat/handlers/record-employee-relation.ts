import { dayOf } from '../../../shared/kernel/day';
import type { WechatContract } from '../../../shared/wechat/contract';
import { endEmployeeRelation } from '../../platform/employee-message';
import type { Handler } from '../../platform/serve';
import { changeAllowance } from '../change-allowance';
import { recordRelation } from '../rules/allowance';

export const recordEmployeeRelation: Handler<WechatContract['recordEmployeeRelation']> = async (
  { personId, isBound, requestId },
  { now },
) => {
  const { allowance, isChanged } = await changeAllowance(personId, (present) =>
    recordRelation(present, isBound, requestId, dayOf(now)),
  );
  // Should WeChat not hear of it, we still send nothing more.
  if (isChanged && !isBound) await endEmployeeRelation(personId);
  return allowance;
};
