import type { ReminderOffer } from '../../../shared/today/model';
import type { ReminderTemplate } from '../../../shared/wechat/model';

/** Which templates the owner of the phone accepted in WeChat's dialog; null when WeChat could not ask. */
export async function askForReminders(offers: readonly ReminderOffer[]): Promise<ReminderTemplate[] | null> {
  const tmplIds = offers.map(({ templateId }) => templateId);
  const answers: Record<string, unknown> | null = await wx.requestSubscribeMessage({ tmplIds }).then(
    (result) => ({ ...result }),
    () => null,
  );
  if (answers === null) return null;
  return offers.filter(({ templateId }) => answers[templateId] === 'accept').map(({ template }) => template);
}

/** Whether this WeChat knows the 用工关系 (base library 3.10.0). */
export const mayBindEmployee = () => wx.canIUse('bindEmployeeRelation');

/** Whether the owner of the phone bound the 用工关系 in WeChat's dialog; null when WeChat could not ask. */
export function bindAsEmployee(templateId: string): Promise<boolean | null> {
  return new Promise((resolve) => {
    wx.bindEmployeeRelation({
      tmplIds: [templateId],
      success: ({ bindingStatus }) => resolve(bindingStatus === 'accept'),
      fail: () => resolve(null),
    });
  });
}
