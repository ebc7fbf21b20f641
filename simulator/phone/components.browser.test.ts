import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';
import { styleOf } from './testing/style-of';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('plain');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  phone = await fixture.open({ as: 'zhou', page: '/pages/made/made?id=7&word=%E5%A5%BD' });
});
afterEach(async () => {
  expect(await phone.problems()).toEqual([]);
  await phone.close();
});

async function journal(): Promise<string[]> {
  return (await phone.frame.locator('body').evaluate('getApp().journal.lines.splice(0)')) as string[];
}

test('a generic component that nobody chose is its default', async () => {
  await phone.seeText('一本书');
  await phone.seeText('微信用户');
});

test('a page made by Component gets its query as properties too', async () => {
  await phone.seeText('7|%E5%A5%BD|{"id":"7","word":"%E5%A5%BD"}');
});

test('a component is created, attached, shown with its page and ready, and leaves when its condition does', async () => {
  await phone.seeText('灯');
  expect((await journal()).slice(2)).toEqual(['lamp created', 'lamp attached', 'lamp page show', 'lamp ready']);
  await phone.tap('走开');
  await phone.seeText(/^第 2 层/);
  expect(await journal()).toContain('lamp page hide');
  await phone.back();
  await phone.seeText('灯');
  expect(await journal()).toContain('lamp page show');
  await phone.tap('开关灯');
  await phone.seeText('灯灭了');
  expect(await journal()).toEqual(['lamp detached']);
});

test('a WXS listener hears its attribute change and styles the element', async () => {
  const track = phone.frame.locator('.track');
  expect(await styleOf(track, 'padding-left')).not.toBe('100px');
  await phone.tap('变宽');
  await phone.page.waitForTimeout(100);
  expect(await styleOf(track, 'padding-left')).toBe('100px');
});
