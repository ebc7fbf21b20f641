import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let folder: string;
let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'watch-'));
  cpSync(path.join(__dirname, 'fixtures/plain'), folder, { recursive: true });
  fixture = await openFixture(path.join(folder, 'project.config.json'));
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  phone = await fixture.open({ as: 'zhou', page: '/pages/detail/detail?id=7&name=林舟' });
});
afterEach(() => phone.close());

test('a saved file is on the screen by itself, on the same page with the same query', async () => {
  const template = path.join(folder, 'miniprogram/pages/detail/detail.wxml');
  await phone.seeText('回答');
  writeFileSync(template, readFileSync(template, 'utf8').replace('>回答<', '>回一句<'));
  // How long it takes is measured by who has a machine to himself; here it is only not forever.
  await phone.seeText('回一句');
  expect(decodeURIComponent(await phone.route())).toBe('/pages/detail/detail?id=7&name=林舟');
});

test('what does not compile is listed with its line, and gone when it is mended', async () => {
  await phone.seeText('再深一层');
  const script = path.join(folder, 'miniprogram/pages/detail/detail.ts');
  const good = readFileSync(script, 'utf8');
  writeFileSync(script, `${good}\nconst = 1;\n`);
  const listed = async () =>
    (await phone.problems()).filter(({ kind }) => kind === 'build').map(({ message }) => message);
  await until(async () => (await listed()).some((message) => /detail\.ts:\d+: /.test(message)));
  writeFileSync(script, good);
  await until(async () => (await listed()).length === 0);
  await phone.seeText('再深一层');
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    // While the window loads anew there is nothing to ask.
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not within ten seconds');
}
