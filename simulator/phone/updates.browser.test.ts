import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

const PAGE = `
Page({
  data: { said: [] },
  onLoad() {
    this.manager = wx.getUpdateManager();
    this.manager.onCheckForUpdate(({ hasUpdate }) => this.say(hasUpdate ? '有新版本' : '没有新版本'));
    this.manager.onUpdateReady(() => this.say('下载好了'));
    this.manager.onUpdateFailed(() => this.say('下载失败'));
  },
  say(word) {
    this.setData({ said: [...this.data.said, word] });
  },
  apply() {
    this.manager.applyUpdate();
  },
});
`;

let folder: string;
let fixture: Fixture;
let phone: DrivenPhone;

function write(version: string): void {
  const template = `<view>${version}</view><button bind:tap="apply">重启</button><view wx:for="{{said}}">{{item}}</view>`;
  writeFileSync(path.join(folder, 'a/a.wxml'), template);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'updates-'));
  mkdirSync(path.join(folder, 'a'));
  const files = { 'project.config.json': '{}', 'app.json': '{"pages":["a/a"]}', 'app.js': 'App({})', 'a/a.js': PAGE };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  write('第一版');
  fixture = await openFixture(path.join(folder, 'project.config.json'));
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  write('第一版');
  await fixture.phone.rebuild();
  phone = await fixture.open();
  await phone.seeText('第一版');
  await phone.seeText('没有新版本');
});
afterEach(() => phone.close());

const tellProgram = (): Promise<void> => phone.page.locator('#switch-updates [data-value=tell]').dispatchEvent('click');

test('a program that is built again is put on the screen at once', async () => {
  write('第二版');
  await phone.seeText('第二版');
});

test('where programs are to be told, the old build stays until the program applies the new one', async () => {
  await tellProgram();
  write('第二版');
  await phone.seeText('有新版本');
  await phone.seeText('下载好了');
  await phone.seeText('第一版');
  await phone.tap('重启');
  await phone.seeText('第二版');
  expect(await phone.problems()).toEqual([]);
});

test('without a network the new build cannot be fetched, and applying it is an error', async () => {
  await tellProgram();
  await phone.setNetwork('none');
  write('第二版');
  await phone.seeText('下载失败');
  await phone.tap('重启');
  expect(await phone.problems()).toEqual([{ kind: 'error', message: 'applyUpdate: update is not ready', page: 'a/a' }]);
});
