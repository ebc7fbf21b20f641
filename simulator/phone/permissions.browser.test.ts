import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type Simulator, startSimulator } from '../server';
import { type DrivenPhone, type OpenPhoneOptions, openPhone } from './drive-phone';
import { findBrowser } from './find-browser';

jest.setTimeout(60_000);

let simulator: Simulator;
let browser: Browser;
let phone: DrivenPhone;

beforeAll(async () => {
  const projectFile = path.join(__dirname, 'fixtures/permissions/project.config.json');
  simulator = await startSimulator({ projectFile, production: true });
  const { executablePath, args, env } = await findBrowser();
  const system = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
  browser = await chromium.launch({ executablePath, args, env: Object.fromEntries(system) });
});
afterAll(async () => {
  await browser.close();
  await simulator.close();
});
afterEach(() => phone.close());

async function open(options: OpenPhoneOptions = {}): Promise<void> {
  phone = await openPhone(browser, simulator.url, { as: 'zhou', ...options });
}

const seeSaid = (value: unknown): Promise<void> => phone.seeText(JSON.stringify(value));

/** What a function does over HTTP. */
async function sendMessage(kind: string, message: object): Promise<unknown> {
  const granted = await fetch(`${simulator.url}/wechat/cgi-bin/token?grant_type=client_credential&appid=a&secret=s`);
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const url = `${simulator.url}/wechat/cgi-bin/message/${kind}/send?access_token=${token}`;
  return (await fetch(url, { method: 'POST', body: JSON.stringify(message) })).json();
}

describe('privacy', () => {
  const refused = (api: string) => ({ errMsg: `${api}:fail privacy permission is not authorized`, errno: 104 });

  test('a person who refuses is asked again; one who agreed is not', async () => {
    await open({ privacy: 'ask' });
    await phone.tap('在哪儿');
    await phone.seeText('用户隐私保护提示');
    await phone.tap('拒绝');
    await seeSaid([true, refused('getLocation')]);
    await phone.tap('在哪儿');
    await phone.tap('同意');
    await phone.tap('允许');
    await seeSaid([true, 'getLocation:ok']);
    await phone.tap('在哪儿');
    await seeSaid([false, 'getLocation:ok']);
    await phone.page.reload();
    await phone.tap('在哪儿');
    await seeSaid([false, 'getLocation:ok']);
  });

  test('a phone number is not asked for before the contract is agreed to', async () => {
    await open({ privacy: 'ask' });
    await phone.tap('手机号');
    await phone.tap('拒绝');
    await seeSaid(refused('getPhoneNumber'));
    await phone.tap('看指引');
    await phone.seeText('《小程序隐私保护指引》');
  });

  test('a program may ask by itself; only its own agreeing button counts', async () => {
    await open({ privacy: 'ask', page: '/own/own' });
    await phone.tap('复制');
    await phone.seeText('为了 setClipboardData');
    await phone.tap('我拒绝');
    await seeSaid(refused('setClipboardData'));
    await phone.tap('先问');
    await phone.seeText('为了 requirePrivacyAuthorize');
    await phone.tap('假装同意');
    await seeSaid(refused('requirePrivacyAuthorize'));
    expect(await phone.problems()).toEqual([
      { kind: 'error', message: expect.stringContaining('no button "agree-button"'), page: 'own/own' },
    ]);
    await phone.tap('复制');
    await phone.tap('我同意');
    await seeSaid('setClipboardData:ok');
  });
});

describe('subscription', () => {
  const left = async (template: string): Promise<number> => {
    const message = { touser: 'zhou', template_id: template, data: { number1: { value: '3' } } };
    for (let sent = 0; ; sent += 1) {
      const { errcode } = (await sendMessage('subscribe', message)) as { errcode: number };
      if (errcode !== 0) return sent;
    }
  };

  test('each message is accepted or refused by itself, and the cloud counts what was accepted', async () => {
    await open();
    await phone.tap('订阅');
    await phone.seeText('申请发送一次以下消息');
    await phone.seeText(/祝福:生日快乐/);
    await phone.tap('生日提醒');
    await phone.tap('允许');
    await seeSaid({
      birthday: 'reject',
      points: 'accept',
      'points-again': 'filter',
      errMsg: 'requestSubscribeMessage:ok',
    });
    expect(await left('points')).toBe(1);
  });

  test('what is to hold from now on is not asked again, but counted again', async () => {
    await open({ as: 'lin' });
    await phone.tap('订阅');
    await phone.tap('生日提醒');
    await phone.tap('总是保持以上选择，不再询问');
    await phone.tap('允许');
    await phone.seeText(/"points":"accept"/);
    await phone.tap('设置');
    await seeSaid({ mainSwitch: true, itemSettings: { birthday: 'reject', points: 'accept' } });
    await phone.tap('订阅');
    await phone.seeText(/"points":"accept"/);
    expect(await phone.page.getByRole('dialog').count()).toBe(0);
  });

  test('who refuses gets no message', async () => {
    await open();
    await phone.tap('订阅');
    await phone.tap('拒绝');
    await phone.seeText(/"birthday":"reject","points":"reject"/);
    expect(await left('points')).toBe(0);
  });

  test.each([
    ['不认识的', 20001, 'No template data return, verify the template id exist'],
    ['混着的', 20002, 'Templates type must be same'],
    ['没有的', 10001, "TmplIds can't be empty"],
  ])('asking for templates %s fails as in WeChat', async (button, errCode, reason) => {
    await open();
    await phone.tap(button);
    await seeSaid({ errCode, errMsg: `requestSubscribeMessage:fail ${reason}` });
  });

  test('without a network nobody is asked, and without a tap neither', async () => {
    await open({ page: '/official/official?early=1' });
    await seeSaid({ errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' });
    await phone.setNetwork('none');
    await phone.tap('订阅');
    await seeSaid({ errCode: 10002, errMsg: 'requestSubscribeMessage:fail Request list fail' });
  });

  test('an employee who agreed is written to again and again', async () => {
    await open();
    await phone.tap('绑定');
    await phone.tap('允许');
    await phone.seeText('申请发送以下消息');
    await phone.tap('允许');
    await seeSaid({ pay: 'accept', bindingStatus: 'accept', errMsg: 'bindEmployeeRelation:ok' });
    const data = JSON.stringify({ data: { date1: { value: '2026-11' } } });
    const message = { touser: 'zhou', template_id: 'pay', data };
    for (let time = 0; time < 2; time += 1) {
      expect(await sendMessage('wxopen/employeerelationmsg', message)).toMatchObject({ errcode: 0 });
    }
  });
});
