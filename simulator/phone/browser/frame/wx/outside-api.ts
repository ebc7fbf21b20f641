import { shell } from '../shell';
import { type Api, ApiError, asyncApi, type Options, text } from './api';

/** What a person says to something that happens outside of the program; nothing really happens. */
async function agreed(title: string, content: string, confirmText: string): Promise<boolean> {
  const { confirm } = await shell.modal({
    title,
    content,
    showCancel: true,
    cancelText: '取消',
    cancelColor: '',
    confirmText,
    confirmColor: '',
    editable: false,
    placeholder: '',
  });
  return confirm;
}

/** A call whose success is that the person went along. @param ask what is asked, of what the program says */
function asks(name: string, ask: (options: Options) => [title: string, content: string, confirm: string]): Api {
  return asyncApi(name, async (options) => {
    if (!(await agreed(...ask(options)))) throw new ApiError('cancel');
  });
}

/** What WeChat has told of everybody since October 2022, whoever asks. */
const NOBODY = { nickName: '微信用户', avatarUrl: '', gender: 0, country: '', province: '', city: '', language: '' };

const userInfo = (): Options => ({
  userInfo: { ...NOBODY },
  rawData: JSON.stringify(NOBODY),
  signature: '',
  encryptedData: '',
  iv: '',
});

/** The example of WeChat's own documentation. */
const ADDRESS = {
  userName: '张三',
  postalCode: '510000',
  provinceName: '广东省',
  cityName: '广州市',
  countyName: '海珠区',
  streetName: '新港中路街道',
  detailInfo: '新港中路397号',
  detailInfoNew: '新港中路397号',
  nationalCode: '440105',
  telNumber: '020-81167888',
};

/** Calls that lead out of the program: to the telephone, the map, the purse, another program, another person. */
export const outsideApi: Record<string, Api> = {
  makePhoneCall: asks('makePhoneCall', (options) => [text(options, 'phoneNumber'), '打电话？', '呼叫']),
  openLocation: asks('openLocation', (options) => [
    text(options, 'name', '位置'),
    `${text(options, 'address')} ${text(options, 'latitude')}, ${text(options, 'longitude')}`.trim(),
    '看过了',
  ]),
  navigateToMiniProgram: asks('navigateToMiniProgram', (options) => [
    '即将打开另一个小程序',
    `${text(options, 'appId') || text(options, 'shortLink')} ${text(options, 'path')}`.trim(),
    '允许',
  ]),
  openCustomerServiceChat: asks('openCustomerServiceChat', () => ['打开客服会话？', '', '打开']),
  requestPayment: asks('requestPayment', (options) => ['微信支付', text(options, 'package'), '支付']),
  chooseAddress: asyncApi('chooseAddress', async () => {
    const { provinceName, cityName, countyName, detailInfo, userName } = ADDRESS;
    const content = `${userName} ${provinceName}${cityName}${countyName}${detailInfo}`;
    if (!(await agreed('收货地址', content, '使用'))) throw new ApiError('cancel');
    return { ...ADDRESS };
  }),
  getUserInfo: asyncApi('getUserInfo', userInfo),
  getUserProfile: asyncApi('getUserProfile', userInfo),
  restartMiniProgram: asyncApi('restartMiniProgram', () => shell.restart()),
  exitMiniProgram: asyncApi('exitMiniProgram', async () => {
    await agreed('小程序已退出', '', '重新进入');
    shell.restart();
  }),
};
