import type { ParsedInputOf } from '../../../shared/kernel/contract';
import type { WechatContract } from '../../../shared/wechat/contract';
import type { ReminderOutcome } from '../../../shared/wechat/model';
import { employeeTemplate, templates } from '../../../shared/wechat/templates';
import { sendToEmployee } from '../../platform/employee-message';
import { noAgreement, sendSubscribed } from '../../platform/open-api';
import type { Handler } from '../../platform/serve';
import { changeAllowance } from '../change-allowance';
import { type Channel, channelFor, givenBack, spend, withdrawn } from '../rules/allowance';
import { messageFields } from '../rules/message-fields';

type Reminder = ParsedInputOf<WechatContract['sendReminder']>;

/**
 * The fact is taken as sent before WeChat is asked. A function that dies in between loses this reminder, never sends it
 * twice; the message itself stands in the inbox. Whoever turns out not to be bound may have accepted one-time messages.
 */
export const sendReminder: Handler<WechatContract['sendReminder']> = async (reminder) => {
  const outcome = await tryChannel(reminder);
  return { outcome: outcome ?? (await tryChannel(reminder)) ?? 'unreachable' };
};

/** Null when the employee relation turned out to be over: another channel may be left. */
async function tryChannel(reminder: Reminder): Promise<ReminderOutcome | null> {
  const { personId, factId, template } = reminder;
  const { allowance, isChanged } = await changeAllowance(personId, (present) => {
    const channel = channelFor(present, template, factId);
    return channel === null || channel === 'sentAlready' ? null : spend(present, channel, template, factId);
  });
  if (!isChanged) return allowance.sent.includes(factId) ? 'sentAlready' : 'unreachable';
  const channel = allowance.isEmployeeBound ? 'employeeMessage' : 'subscribed';
  const code = await send(reminder, channel);
  if (code === 0) return channel;
  if (code === noAgreement) {
    await changeAllowance(personId, (present) => withdrawn(present, channel, template, factId));
    return channel === 'employeeMessage' ? null : 'unreachable';
  }
  if (channel === 'subscribed') await changeAllowance(personId, (present) => givenBack(present, template));
  return 'unreachable';
}

async function send(reminder: Reminder, channel: Channel): Promise<number> {
  const { personId, page } = reminder;
  const isEmployee = channel === 'employeeMessage';
  const template = isEmployee ? employeeTemplate : templates[reminder.template];
  const through = isEmployee ? sendToEmployee : sendSubscribed;
  return (await through(personId, template.id, page.slice(1), messageFields(template, reminder))).code;
}
