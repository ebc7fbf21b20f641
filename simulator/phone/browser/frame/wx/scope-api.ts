import type { AppConfig } from '../../program';
import { shell } from '../shell';
import { type Api, ApiError, asyncApi, type Options, text } from './api';
import { subscriptionsSetting } from './subscription-api';

/** What WeChat asks a person for once: what it is called in the question, and the calls that need it. */
const SCOPES: Record<string, { title: string; calls: string[] }> = {
  'scope.userLocation': { title: '获取你的位置信息', calls: ['getLocation'] },
  'scope.userFuzzyLocation': { title: '获取你的模糊位置信息', calls: [] },
  'scope.writePhotosAlbum': { title: '保存图片或视频到你的相册', calls: ['saveImageToPhotosAlbum'] },
  'scope.record': { title: '使用你的麦克风', calls: [] },
  'scope.camera': { title: '使用你的摄像头', calls: [] },
  'scope.bluetooth': { title: '使用你的蓝牙', calls: [] },
  'scope.addPhoneContact': { title: '添加到你的联系人', calls: [] },
  'scope.addPhoneCalendar': { title: '添加到你的日历', calls: [] },
  'scope.werun': { title: '获取你的微信运动步数', calls: [] },
};
const DRAWER = `phone:scopes:${shell.openId}`;

type Answers = Record<string, boolean>;

function answers(): Answers {
  return JSON.parse(localStorage.getItem(DRAWER) ?? '{}') as Answers;
}

function keep(changed: Answers): void {
  localStorage.setItem(DRAWER, JSON.stringify({ ...answers(), ...changed }));
}

/**
 * Asks a person who was never asked; an answer holds until the settings are opened. Who has agreed to everything
 * beforehand (`privacy`) is not asked.
 *
 * @throws ApiError when the person has refused, now or before
 */
async function needScope(scope: string, purpose: string): Promise<void> {
  const title = SCOPES[scope]?.title;
  if (title === undefined) throw new ApiError('invalid scope');
  const known = answers()[scope];
  const allowed = known ?? (shell.privacy === 'agreed' || (await shell.askScope(title, purpose)));
  keep({ [scope]: allowed });
  if (!allowed) throw new ApiError('auth deny');
}

/** The settings page of the program: what was asked for, to be changed there. */
export async function openSettings(): Promise<Options> {
  const asked = Object.entries(answers()).map(([scope, allowed]) => ({
    scope,
    title: SCOPES[scope]?.title ?? scope,
    allowed,
  }));
  keep(await shell.openSettings(asked));
  return { authSetting: answers() };
}

/** `wx.authorize` and its kin. */
export function scopeApi(app: Pick<AppConfig, 'purposes'>): Record<string, Api> {
  const need = (scope: string) => needScope(scope, app.purposes[scope] ?? '');
  return {
    authorize: asyncApi('authorize', (options) => need(text(options, 'scope'))),
    openSetting: asyncApi('openSetting', openSettings),
    getSetting: asyncApi('getSetting', ({ withSubscriptions }) => ({
      authSetting: answers(),
      ...(withSubscriptions === true ? { subscriptionsSetting: subscriptionsSetting() } : {}),
    })),
  };
}

/** Puts the question before every call that needs a scope. */
export function guardScopes(known: Record<string, unknown>, app: Pick<AppConfig, 'purposes'>): void {
  for (const [scope, { calls }] of Object.entries(SCOPES)) {
    for (const name of calls) {
      const api = known[name];
      if (typeof api !== 'function') continue;
      known[name] = asyncApi(name, async (options: Options) => {
        await needScope(scope, app.purposes[scope] ?? '');
        const { success: _success, fail: _fail, complete: _complete, ...rest } = options;
        return api(rest);
      });
    }
  }
}
