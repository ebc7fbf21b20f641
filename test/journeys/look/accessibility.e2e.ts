import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type DrivenPhone, type OpenPhoneOptions, openPhone } from '../../../simulator/phone/drive-phone';
import { root } from '../../source-tree';
import { openProduct, type Phone, type Product } from '../open-product';
import { everyPage, type View } from './every-page';
import type { Faults } from './find-faults';

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

async function settled(phone: DrivenPhone): Promise<void> {
  await phone.frame.locator('.content').filter({ visible: true }).first().waitFor();
  await phone.page.waitForLoadState('networkidle');
  await phone.frame
    .locator('.skeleton')
    .filter({ visible: true })
    .first()
    .waitFor({ state: 'hidden' })
    .catch(() => undefined);
}

async function faultsOf({ name, ...view }: View, options: OpenPhoneOptions): Promise<string[]> {
  const browser = guest.page.context().browser();
  if (!browser) throw new Error('the product has no browser');
  const phone = await openPhone(browser, product.simulator.url, { ...view, ...options });
  await settled(phone);
  const found = phone.frame.locator('body').evaluate(`(() => { ${script}; return look.findFaults(); })()`);
  const { texts, faults } = (await found) as Faults;
  await phone.close();
  expect(texts).toBeGreaterThan(1);
  return faults.map((fault) => `${name}: ${fault}`);
}

describe.each<[string, OpenPhoneOptions]>([
  ['in light', {}],
  ['in the dark', { theme: 'dark' }],
  ['with letters of 1.4 on a narrow phone', { textScale: 1.4, width: 320 }],
])('%s every page can be read, named and hit', (_, options) => {
  it.each(everyPage)('$name', async (view) => {
    expect(await faultsOf(view, options)).toEqual([]);
  });
});

describe('what can be tapped', () => {
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
