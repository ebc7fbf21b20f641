import type { DrivenPhone } from './drive-phone';
import { hear, setData } from './testing/heard';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('builtins');
});
afterAll(() => fixture.close());
afterEach(() => phone.close());

const open = async (page: string): Promise<void> => {
  phone = await fixture.open({ as: 'zhou', page: `/pages/${page}/${page}` });
};
const listed = async () => (await phone.problems()).map(({ kind, message, page }) => `${page} ${kind} ${message}`);
const MISSING = ['web-view', 'map', 'camera'].map(
  (tag) => `pages/gaps/gaps unknown-component <${tag}> in pages/gaps/gaps`,
);

test('a component that is not drawn is named on the page, in the console and to who drives the phone', async () => {
  await open('layers');
  const written: string[] = [];
  phone.page.on('console', (message) => written.push(message.text()));
  await phone.visit({ page: '/pages/gaps/gaps' });
  for (const tag of ['web-view', 'map', 'camera']) {
    const shown = `getComputedStyle(document.querySelector('wx-${tag}'), '::before').content`;
    expect(await phone.frame.locator('body').evaluate(shown)).toBe(`"<${tag}>：手机模拟器没有这个组件"`);
  }
  expect(await listed()).toEqual(MISSING);
  expect(written.filter((line) => line.includes('unknown-component'))).toHaveLength(3);
});

test('a problem is not forgotten when the phone goes on to another page', async () => {
  await open('gaps');
  await phone.visit({ page: '/pages/layers/layers' });
  expect(await listed()).toEqual(MISSING);
});

/** A film of half a second, made here: a file of one would be the only reason to keep it. */
const FILM = `new Promise((made) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
  const context = canvas.getContext('2d');
  const paint = setInterval(() => { context.fillStyle = 'red'; context.fillRect(0, 0, 32, Math.random() * 32); }, 30);
  const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm' });
  recorder.ondataavailable = ({ data }) => made(URL.createObjectURL(data));
  recorder.onstop = () => clearInterval(paint);
  recorder.start();
  setTimeout(() => recorder.stop(), 500);
})`;

test('a film plays, says how far it is, and does what its context says', async () => {
  await open('films');
  expect(await phone.frame.locator('[wx-id=film]').boundingBox()).toMatchObject({ width: 300, height: 225 });
  await setData(phone, { src: await phone.frame.locator('body').evaluate(FILM) });
  expect(await hear(phone, 'loadedmetadata')).toMatchObject({ width: 32, height: 32 });
  await phone.tap('放');
  await hear(phone, 'play');
  expect(await hear(phone, 'timeupdate')).toMatchObject({ currentTime: expect.any(Number) });
  await hear(phone, 'ended');
  await phone.tap('从头');
  expect(await hear(phone, 'seekcomplete')).toMatchObject({ position: 0 });
  expect(await listed()).toEqual([]);
});

test('a film that is not there, and what no browser’s player has, are listed', async () => {
  await open('films');
  await setData(phone, { src: '/nothing.mp4', words: [{ text: '好', time: 1 }] });
  await hear(phone, 'error');
  await phone.tap('弹幕');
  expect(await listed()).toEqual([
    'pages/films/films unknown-component <video> danmuList is not played',
    expect.stringContaining('pages/films/films image video not loaded: /nothing.mp4'),
    'pages/films/films missing-api wx.createVideoContext().sendDanmu',
  ]);
});
