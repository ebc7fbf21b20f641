import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { waysInto } from '../../../scripts/measure/open-built-cloud';
import type { Ask } from '../../../seeds/sample-calls/sample-call';
import { type DrivenPhone, openPhone } from '../../../simulator/phone/drive-phone';
import { root } from '../../source-tree';
import { openProduct, type Phone, type Product } from '../open-product';
import { everyPage, gallery } from './every-page';
import type { Faults } from './find-faults';
import type { View } from './view';

jest.setTimeout(300_000);

/** The search as the browser takes it: one text that ends in its result. */
const [{ text: script } = { text: '' }] = buildSync({
  entryPoints: [join(__dirname, 'find-faults.ts')],
  ...{ bundle: true, write: false, format: 'iife', globalName: 'look' },
}).outputFiles;

let product: Product;
let guest: Phone;
beforeAll(async () => {
  product = await openProduct('accessibility');
  guest = await product.phone();
});
afterAll(() => product.close());

/** One phone a person: a page that is opened anew on it costs a fifth of a phone that is. */
const phones = new Map<string | undefined, DrivenPhone>();

async function phoneOf({ as }: View, page: string): Promise<DrivenPhone> {
  const known = phones.get(as);
  if (known) {
    await known.visit({ page });
    return known;
  }
  const browser = guest.page.context().browser();
  if (!browser) throw new Error('the product has no browser');
  const { simulator, aheadMillis } = product;
  const phone = await openPhone(browser, simulator.url, { page, aheadMillis, ...(as === undefined ? {} : { as }) });
  phones.set(as, phone);
  return phone;
}

async function settled(phone: DrivenPhone): Promise<void> {
  await phone.frame.locator('.content').filter({ visible: true }).first().waitFor();
  await phone.quiet();
  await phone.frame.locator('.skeleton').filter({ visible: true }).first().waitFor({ state: 'hidden' });
  // Colours that are still on their way to those of the other theme are nobody's choice.
  await phone.frame.locator('body').evaluate(`new Promise(requestAnimationFrame).then(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  })`);
}

async function faultsOn(phone: DrivenPhone, look: string): Promise<string[]> {
  await settled(phone);
  const found = phone.frame.locator('body').evaluate(`(() => { ${script}; return look.findFaults(); })()`);
  const { texts, faults } = (await found) as Faults;
  expect(texts).toBeGreaterThan(1);
  return faults.map((fault) => `${look}: ${fault}`);
}

const ask: Ask = {
  call: (...call) => waysInto(product.simulator.cloud).ask.call(...call),
  upload: (...file) => waysInto(product.simulator.cloud).ask.upload(...file),
};

describe('every page can be read, named and hit', () => {
  it.each(everyPage)('$name', async (view) => {
    const page = view.page + ((await view.made?.(ask)) ?? '');
    const phone = await phoneOf(view, page);
    const inLight = await faultsOn(phone, 'light');
    await phone.setTheme('dark');
    const inTheDark = await faultsOn(phone, 'turned dark');
    // WeChat starts a program anew with other letters: what was turned dark before is now opened in the dark.
    await phone.visit({ page, theme: 'dark', textScale: 1.4, width: 320 });
    const narrow = await faultsOn(phone, 'dark with letters of 1.4 on a narrow phone');
    expect([...inLight, ...inTheDark, ...narrow]).toEqual([]);
  });
});

describe('what can be tapped', () => {
  it('opens its sheet with a double tap too, which neither closes nor answers it', async () => {
    const phone = await phoneOf(gallery, gallery.page);
    const opener = phone.frame.getByText('先问一下', { exact: true }).first();
    await opener.scrollIntoViewIfNeeded();
    const { x, y } = (await opener.boundingBox()) ?? { x: 0, y: 0 };
    for (const _ of ['once', 'twice']) await phone.page.touchscreen.tap(x + 4, y + 4);
    const sheet = phone.frame.getByRole('dialog').filter({ visible: true });
    await sheet.waitFor();
    // Longer than a sheet takes to go.
    await phone.page.waitForTimeout(400);
    expect(await sheet.count()).toBe(1);
  });

  const program = join(root, 'miniprogram');
  const templates = readdirSync(program, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.wxml') && !file.startsWith('miniprogram_npm'),
  );

  it.each(templates)('has a role in %s', (file) => {
    const tags = readFileSync(join(program, file), 'utf8').match(/<(view|text|image)\b[^>]*>/g) ?? [];
    expect(tags.filter((tag) => tag.includes('bind:tap') && !tag.includes('aria-role'))).toEqual([]);
  });

  it.each(templates.filter((file) => /(^|\/)pages\/([^/]+)\/\2\.wxml$/.test(file)))(
    'letters of %s follow the size set in WeChat',
    (file) => {
      expect(readFileSync(join(program, file), 'utf8')).toMatch(/^<page-meta root-font-size="system" \/>/);
    },
  );
});
