import type { WechatContract } from '../../../shared/wechat/contract';
import type { Handler } from '../../platform/serve';
import { newAllowance } from '../rules/allowance';
import { allowances } from '../store';

export const readAllowance: Handler<WechatContract['readAllowance']> = async ({ personId }) =>
  (await allowances.read(personId)) ?? newAllowance(personId);
