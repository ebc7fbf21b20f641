import type { Check } from '../../../shared/kernel/picture-check';
import { ask } from '../../platform/outbox';

/** What WeChat says of somebody's text; `waiting` when our own function did not answer: then the sweep asks again. */
export async function judgeText(personId: string, text: string, now: Date): Promise<Check> {
  const answer = await ask('wechat', 'checkText', { personId, scene: 'forum', text }, now);
  return answer.ok ? answer.data.suggest : 'waiting';
}
