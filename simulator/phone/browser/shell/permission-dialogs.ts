import type { AskedTemplate, Shell } from '../bridge';
import { ask, dialogs, PLAIN } from './dialogs';
import { make } from './elements';

/** What WeChat asks a person before a program may do something; each can be refused. */
export const permissionDialogs: Pick<
  Shell,
  | 'askSubscription'
  | 'askRelation'
  | 'askPhoneNumber'
  | 'askPrivacy'
  | 'askScope'
  | 'openSettings'
  | 'showPrivacyContract'
> = {
  askSubscription: (templates) =>
    ask<{ accepted: string[]; keep: boolean }>({ accepted: [], keep: false }, (close) =>
      subscriptionSheet(templates, close),
    ),
  askRelation: () =>
    allow('绑定用工关系', '允许这个小程序以用工关系给你发消息，你可以随时在微信里解除。', '允许', '不允许'),
  askPhoneNumber: () => allow('', '小程序申请获取并验证你的手机号', '允许', '不允许'),
  askPrivacy: (contract) =>
    allow(
      '用户隐私保护提示',
      `在你使用这项功能之前，请阅读${contract}。点击“同意”表示你已知悉并同意小程序按它处理你的信息。`,
      '同意',
      '拒绝',
    ),
  askScope: (title, purpose) => allow(`小程序申请${title}`, purpose, '允许', '拒绝'),
  openSettings: (asked) => ask<Record<string, boolean>>({}, (close) => settingsSheet(asked, close)),
  async showPrivacyContract(contract) {
    const content = '正文写在微信公众平台的“用户隐私保护指引”里，模拟器里没有。';
    await dialogs.modal({ ...PLAIN, title: contract, content, showCancel: false, confirmText: '知道了' });
  },
};

async function allow(title: string, content: string, confirmText: string, cancelText: string): Promise<boolean> {
  return (await dialogs.modal({ ...PLAIN, title, content, confirmText, cancelText })).confirm;
}

function settingsSheet(
  asked: readonly { scope: string; title: string; allowed: boolean }[],
  close: (answers: Record<string, boolean>) => void,
): HTMLElement {
  const rows = asked.map(({ scope, title, allowed }) => {
    const box = make('input', { type: 'checkbox' });
    box.checked = allowed;
    return { scope, box, row: make('li', {}, make('label', {}, box, make('b', {}, title))) };
  });
  const back = make('button', { class: 'confirm' }, '返回小程序');
  back.addEventListener('click', () => close(Object.fromEntries(rows.map(({ scope, box }) => [scope, box.checked]))));
  const attributes = { class: 'sheet asking', role: 'dialog', 'aria-modal': 'true', 'aria-label': '设置' };
  const nothing = asked.length === 0 ? [make('p', {}, '这个小程序还没有申请过权限。')] : [];
  const list = make('ul', {}, ...rows.map(({ row }) => row));
  return make('div', attributes, make('h2', {}, '设置'), ...nothing, list, make('div', { class: 'buttons' }, back));
}

function subscriptionSheet(
  templates: readonly AskedTemplate[],
  close: (answer: { accepted: string[]; keep: boolean }) => void,
): HTMLElement {
  const lasting = templates.every((template) => template.lasting);
  const title = lasting ? '申请发送以下消息' : '申请发送一次以下消息';
  const rows = templates.map(({ id, title: name, lines }) => {
    const box = make('input', { type: 'checkbox' });
    box.checked = true;
    const label = make('label', {}, box, make('b', {}, name));
    const row = make('li', {}, label);
    if (lines.length > 0) row.append(make('small', {}, lines.join('\n')));
    return { id, box, row };
  });
  const keep = make('input', { type: 'checkbox' });
  const chosen = () => rows.filter(({ box }) => box.checked).map(({ id }) => id);
  const buttons = make(
    'div',
    { class: 'buttons' },
    make('button', { onclick: () => close({ accepted: [], keep: keep.checked }) }, '拒绝'),
    make('button', { class: 'confirm', onclick: () => close({ accepted: chosen(), keep: keep.checked }) }, '允许'),
  );
  const attributes = { class: 'sheet asking', role: 'dialog', 'aria-modal': 'true', 'aria-label': title };
  const list = make('ul', {}, ...rows.map(({ row }) => row));
  const always = make('label', { class: 'always' }, keep, '总是保持以上选择，不再询问');
  return make('div', attributes, make('h2', {}, title), list, always, buttons);
}
