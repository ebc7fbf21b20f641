import type { AppConfig } from '../../program';
import { shell } from '../shell';
import { type Api, ApiError, asyncApi, type Options } from './api';

/** How exactly the phone knows the point set beside it, in metres. */
const ACCURACY = 30;

/** The phone is where the panel beside it says; both calls must be declared in app.json, as in WeChat. */
export function locationApi(app: Pick<AppConfig, 'requiredPrivateInfos'>): Record<string, Api> {
  const declared = (name: string, run: () => Options | Promise<Options>): Api =>
    asyncApi(name, () => {
      if (app.requiredPrivateInfos.includes(name)) return run();
      throw new ApiError('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
    });
  return {
    getLocation: declared('getLocation', () => ({
      ...shell.location,
      accuracy: ACCURACY,
      horizontalAccuracy: ACCURACY,
      verticalAccuracy: ACCURACY,
      altitude: 0,
      speed: -1,
    })),
    chooseLocation: declared('chooseLocation', async () => {
      const { latitude, longitude } = shell.location;
      const { confirm, content } = await shell.modal({
        title: '选择位置',
        content: '这里叫什么？',
        showCancel: true,
        cancelText: '取消',
        cancelColor: '',
        confirmText: '就在这里',
        confirmColor: '',
        editable: true,
        placeholder: '',
      });
      if (!confirm) throw new ApiError('cancel');
      return { name: content, address: content, latitude, longitude };
    }),
  };
}
