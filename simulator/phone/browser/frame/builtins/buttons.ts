import { pageOf } from '../page';
import { reportProblem } from '../problems';
import { shareWithFriend } from '../share';
import { shell } from '../shell';
import { isSinglePage, tellSinglePage } from '../single-page';
import { keepTempFile } from '../temp-files';
import { ApiError } from '../wx/api';
import { outsideApi } from '../wx/outside-api';
import { agreedByButton, needPrivacy } from '../wx/privacy-api';
import { openSettings } from '../wx/scope-api';
import type { Builtin, BuiltinHost } from './builtin';
import { resetForm, submitForm } from './form';

/** Open types that need WeChat's servers or another app: tapping them is listed, not played. */
const UNPLAYED = new Set(['contact', 'launchApp', 'feedback']);

function button(): Builtin {
  return {
    tag: 'button',
    properties: {
      size: 'default',
      type: 'default',
      plain: false,
      disabled: false,
      loading: false,
      formType: '',
      openType: '',
      hoverClass: 'button-hover',
      hoverStopPropagation: false,
      hoverStartTime: 20,
      hoverStayTime: 70,
      lang: 'en',
      sessionFrom: '',
      sendMessageTitle: '',
      sendMessagePath: '',
      sendMessageImg: '',
      appParameter: '',
      showMessageCard: false,
      phoneNumberNoQuotaToast: true,
      activityType: '',
      entrancePath: '',
      needShowEntrance: false,
      groupId: '',
      guildId: '',
      publicId: '',
      createliveactivity: '',
    },
    attached: (host) => {
      host.onTap(() => tapped(host));
      if (!host.element.hasAttribute('role')) host.element.setAttribute('role', 'button');
    },
    changed: {
      'size, type, plain, loading': (host) => {
        for (const name of ['size', 'type']) host.element.setAttribute(name, host.text(name));
        for (const name of ['plain', 'loading']) host.element.toggleAttribute(name, host.flag(name));
      },
      disabled: (host) => showDisabled(host),
    },
  };
}

/** Shows a control as disabled to eyes, screen readers and the keyboard. */
export function showDisabled(host: BuiltinHost): void {
  const disabled = host.flag('disabled');
  host.element.toggleAttribute('disabled', disabled);
  host.element.setAttribute('aria-disabled', String(disabled));
  host.element.tabIndex = disabled ? -1 : 0;
}

function tapped(host: BuiltinHost): void {
  if (host.flag('disabled')) return;
  const formType = host.text('formType');
  if (isSinglePage() && (formType !== '' || host.text('openType') !== '')) {
    tellSinglePage();
    return;
  }
  if (formType === 'submit') submitForm(host.component);
  if (formType === 'reset') resetForm(host.component);
  // Several at once are written `getPhoneNumber|agreePrivacyAuthorization`; the agreement comes first.
  const openTypes = host.text('openType').split('|');
  if (openTypes.includes('agreePrivacyAuthorization')) {
    const buttonId = host.component.id;
    agreedByButton(buttonId);
    host.trigger('agreeprivacyauthorization', { buttonId, errMsg: 'agreePrivacyAuthorization:ok' });
  }
  for (const openType of openTypes) {
    if (openType === 'share') share(host);
    if (openType === 'getPhoneNumber' || openType === 'getRealtimePhoneNumber') void giveNumber(host, openType);
    if (openType === 'chooseAvatar') void chooseAvatar(host);
    if (openType === 'openSetting') void openSettings().then((answer) => host.trigger('opensetting', answer));
    if (openType === 'getUserInfo') {
      const answer = outsideApi.getUserInfo?.();
      void Promise.resolve(answer).then((detail) => host.trigger('getuserinfo', detail));
    }
    if (UNPLAYED.has(openType)) reportProblem('missing-api', `button open-type="${openType}"`);
  }
}

/** A code that only WeChat's servers could turn into a number: what the program does with it is what can be seen. */
async function giveNumber(host: BuiltinHost, openType: string): Promise<void> {
  const refused = await privacyRefusal(`button.${openType}`);
  if (refused !== undefined) {
    host.trigger(openType.toLowerCase(), { errMsg: `${openType}:fail ${refused.message}`, errno: refused.errno });
    return;
  }
  const given = await shell.askPhoneNumber();
  const detail = given
    ? { errMsg: `${openType}:ok`, code: `local-phone-${crypto.randomUUID()}` }
    : { errMsg: `${openType}:fail user deny` };
  host.trigger(openType.toLowerCase(), detail);
}

async function privacyRefusal(referrer: string): Promise<ApiError | undefined> {
  try {
    await needPrivacy(referrer);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

async function chooseAvatar(host: BuiltinHost): Promise<void> {
  if ((await privacyRefusal('button.chooseAvatar')) !== undefined) return;
  const [file] = await shell.chooseFiles({ accept: 'image/*', multiple: false, camera: false });
  if (file !== undefined) host.trigger('chooseavatar', { avatarUrl: keepTempFile(file, file.name) });
}

function share(host: BuiltinHost): void {
  const page = pageOf(host.component);
  const target = { id: host.component.id, dataset: { ...host.component.dataset } };
  if (page !== undefined) void shareWithFriend(page, 'button', target);
}

export const buttons: Builtin[] = [button()];
