import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type Simulator, startSimulator } from '../server';
import { type DrivenPhone, openPhone } from './drive-phone';
import { findBrowser } from './find-browser';

jest.setTimeout(60_000);

let simulator: Simulator;
let browser: Browser;
let phone: DrivenPhone;

beforeAll(async () => {
  const projectFile = path.join(__dirname, 'fixtures/notes/project.config.json');
  simulator = await startSimulator({ projectFile, production: true });
  const { executablePath, args, env } = await findBrowser();
  const system = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
  browser = await chromium.launch({ executablePath, args, env: Object.fromEntries(system) });
});
afterAll(async () => {
  await browser.close();
  await simulator.close();
});
beforeEach(async () => {
  phone = await openPhone(browser, simulator.url, { as: 'zhou' });
});
afterEach(() => phone.close());

const seeSaid = (value: unknown): Promise<void> => phone.seeText(JSON.stringify(value));

test('a program adds, changes, finds and removes its own documents, in both forms of a call', async () => {
  await phone.tap('写一句');
  await seeSaid({ added: 'string', errMsg: 'collection.add:ok' });
  await phone.seeText('init:0:');
  await phone.tap('点赞');
  await seeSaid({ stats: { updated: 1 }, errMsg: 'document.update:ok' });
  await phone.seeText('later:1:add');
  await phone.tap('看看');
  await seeSaid({ total: 1, found: 1, likes: 1, tags: ['a', 'b'], dated: true, longitude: 121.47 });
  await phone.tap('点赞');
  await phone.seeText('later:1:update');
  await phone.tap('删掉');
  await seeSaid({
    stats: { removed: 1 },
    errMsg: 'document.remove:ok',
    missing: 'document.get:fail document with _id ID does not exist',
  });
  await phone.seeText('later:0:remove');
  expect(await phone.problems()).toEqual([]);
});

test('what a program sets is created once and is the person’s own', async () => {
  await phone.tap('放一句');
  await seeSaid([{ updated: 0, created: 1 }, { updated: 1, created: 0 }, '又写', 'zhou']);
});

test('a phone gets 20 documents at most', async () => {
  await phone.tap('写很多');
  await seeSaid({ atMost: 20 });
});

test('a collection that only functions read is refused in WeChat’s words', async () => {
  await phone.tap('看别人的');
  await phone.seeText(/"errCode":-502003,"errMsg":"collection\.get:fail Error: errCode: -502003 database permission/);
});

test('a program groups and counts documents, in both forms of end, but joins no other collection', async () => {
  await phone.tap('数一数');
  const list = [
    { _id: 1, times: 2 },
    { _id: 3, times: 1 },
  ];
  const errMsg = 'collection.aggregate:ok';
  await seeSaid({ list, errMsg, joined: -502003, counted: { list: [{ total: 3 }], errMsg } });
  expect(await phone.problems()).toEqual([]);
});

test('without a network a query fails', async () => {
  await phone.setNetwork('none');
  await phone.tap('看别人的');
  await phone.seeText(/"errCode":-1,"errMsg":"collection\.get:fail .*ERR_INTERNET_DISCONNECTED/);
});

test('what the phone’s database lacks is named', async () => {
  await phone.tap('缺的');
  await seeSaid('undefined');
  expect(await phone.problems()).toEqual([{ kind: 'missing-api', message: 'collection.explain', page: 'notes/notes' }]);
});
