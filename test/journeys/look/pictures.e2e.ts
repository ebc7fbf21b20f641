import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPhone } from '../../../simulator/phone/drive-phone';
import { root } from '../../source-tree';
import { openProduct, type Phone, type Product } from '../open-product';
import { gallery, tabPages } from './every-page';
import type { View } from './view';

jest.setTimeout(120_000);

/** Of all points of a picture, how many may differ visibly: letters are drawn a little otherwise on every machine. */
const tolerated = 0.01;
const references = join(__dirname, 'references');
/** After a change that was meant: UPDATE_PICTURES=1, look at them, commit them. */
const updating = process.env.UPDATE_PICTURES === '1';

let product: Product;
let guest: Phone;
beforeAll(async () => {
  product = await openProduct('pictures');
  guest = await product.phone();
});
afterAll(() => product.close());

/**
 * The share of points that differ, or 1 for another size. Both pictures are halved first, which forgives the edges of
 * letters but nothing that moved by more than a point or changed its colour.
 */
const difference = (one: Buffer, other: Buffer): Promise<number> =>
  guest.page.evaluate(`(async () => {
    const points = async (encoded) => {
      const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + encoded)).blob());
      const [width, height] = [Math.round(image.width / 2), Math.round(image.height / 2)];
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      return { size: image.width + 'x' + image.height, data: context.getImageData(0, 0, width, height).data };
    };
    const [one, other] = [await points('${one.toString('base64')}'), await points('${other.toString('base64')}')];
    if (one.size !== other.size) return 1;
    let different = 0;
    for (let at = 0; at < one.data.length; at += 4) {
      const far = [0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]) > 40);
      if (far) different += 1;
    }
    return different / (one.data.length / 4);
  })()`);

async function pictureOf({ name: _, ...view }: View, theme: 'light' | 'dark', height: number): Promise<Buffer> {
  const browser = guest.page.context().browser();
  if (!browser) throw new Error('the product has no browser');
  const { simulator, aheadMillis } = product;
  const phone = await openPhone(browser, simulator.url, { ...view, theme, height, aheadMillis });
  await phone.frame.locator('.content').filter({ visible: true }).first().waitFor();
  await phone.quiet();
  await phone.frame.locator('body').evaluate('document.fonts.ready.then(() => undefined)');
  const picture = await phone.page.locator('#app').screenshot({ animations: 'disabled' });
  await phone.close();
  return picture;
}

/** Tab pages that look the same every day; the others say the date or count days. */
const everyDay = tabPages.filter(({ name }) =>
  ['visitor-home', 'visitor-me', 'alumnus-home', 'employee-me', 'hr-admin'].includes(name),
);
const pictures = [
  ...everyDay.map((view) => ({ view, theme: 'light' as const, height: 844 })),
  ...everyDay.slice(3).map((view) => ({ view, theme: 'dark' as const, height: 844 })),
  { view: gallery, theme: 'light' as const, height: 4800 },
  { view: gallery, theme: 'dark' as const, height: 4800 },
];

it.each(pictures.map((one) => ({ name: `${one.view.name}-${one.theme}`, ...one })))(
  '$name looks as it did',
  async ({ name, view, theme, height }) => {
    const picture = await pictureOf(view, theme, height);
    writeFileSync(join(root, 'artifacts/journeys/pictures', `${name}.png`), picture);
    const reference = join(references, `${name}.png`);
    if (updating) {
      mkdirSync(references, { recursive: true });
      writeFileSync(reference, picture);
    }
    expect(await difference(picture, readFileSync(reference))).toBeLessThanOrEqual(tolerated);
  },
);

it('another page, another colour and another size are seen', async () => {
  const visitor: View = { name: 'visitor', page: '/pages/me/me' };
  const light = await pictureOf(visitor, 'light', 600);
  expect(await difference(light, light)).toBe(0);
  expect(await difference(light, await pictureOf(visitor, 'dark', 600))).toBeGreaterThan(0.5);
  expect(await difference(light, await pictureOf(visitor, 'light', 610))).toBe(1);
  expect(
    await difference(light, await pictureOf({ ...visitor, page: '/pages/home/home' }, 'light', 600)),
  ).toBeGreaterThan(tolerated);
});
