import type { TodayContract } from '../../../shared/today/contract';
import { ReminderTemplate } from '../../../shared/wechat/model';
import { employeeTemplate, templates } from '../../../shared/wechat/templates';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { kindsFor } from '../rules/audience';
import { newSettings, settingsView } from '../rules/settings';
import { settings } from '../store';

export const readNoticeSettings: Handler<TodayContract['readNoticeSettings']> = async (_, { caller, now }) => {
  const { personId } = personOf(caller);
  const [stored, answer] = await Promise.all([
    settings.read(personId),
    ask('wechat', 'readAllowance', { personId }, now),
  ]);
  const allowance = answer.ok ? answer.data : null;
  const offers =
    allowance &&
    ReminderTemplate.options.map((template) => {
      const { id: templateId, title } = templates[template];
      return { template, templateId, title, left: allowance.left[template] };
    });
  return {
    ...settingsView(stored ?? newSettings(personId)),
    offers,
    kinds: [...kindsFor(caller.roles)],
    mayBind: !caller.roles.includes('alumnus'),
    employeeTemplateId: employeeTemplate.id,
    isEmployeeBound: allowance?.isEmployeeBound ?? false,
  };
};
