import type { WechatContract } from '../../../shared/wechat/contract';
import type { Handler } from '../../platform/serve';
import { changeAllowance } from '../change-allowance';
import { grantMessages as granted } from '../rules/allowance';

export const grantMessages: Handler<WechatContract['grantMessages']> = async ({ personId, accepted, requestId }) => {
  const { allowance } = await changeAllowance(personId, (present) => granted(present, accepted, requestId));
  return allowance;
};
