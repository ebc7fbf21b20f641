import { readFile } from 'node:fs/promises';
import path from 'node:path';
import icons from '@iconify-json/tdesign/icons.json';
import { areaList } from '@vant/area-data';
import type { Divisions } from './browser/frame/builtins/region-columns';

/**
 * Fonts and icons of the phone, from npm packages: the same Chinese text and the same TDesign icons on every
 * machine, with and without a network.
 */
const FONT_PACKAGE = path.dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));
const ICONS: Readonly<Record<string, { body: string }>> = icons.icons;

interface Asset {
  type: string;
  body: string | Buffer;
}

/** Noto Sans SC under the name that mini programs ask for, in pieces by Unicode range. */
export async function fontSheet(): Promise<string> {
  const sheet = await readFile(path.join(FONT_PACKAGE, 'index.css'), 'utf8');
  return sheet
    .replaceAll("'Noto Sans SC Variable'", "'PingFang SC'")
    .replaceAll('url(./files/', 'url(/app/fonts/')
    .replaceAll('font-display: swap', 'font-display: block');
}

export async function fontFile(name: string): Promise<Asset | undefined> {
  if (!/^[\w.[\]-]+\.woff2$/.test(name)) return undefined;
  const body = await readOrNothing(path.join(FONT_PACKAGE, 'files', name));
  return body === undefined ? undefined : { type: 'font/woff2', body };
}

/** Whether TDesign has an icon of this name. */
export function hasIcon(name: string): boolean {
  return Object.hasOwn(ICONS, name);
}

/** A TDesign icon, by the name of its file. */
export function iconFile(file: string): Asset | undefined {
  const name = file.replace(/\.svg$/, '');
  const icon = hasIcon(name) ? ICONS[name] : undefined;
  if (icon === undefined) return undefined;
  const size = 'xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"';
  return { type: 'image/svg+xml', body: `<svg ${size}>${icon.body}</svg>` };
}

/** What the region picker offers, as JSON. */
export function divisions(): Asset {
  const { province_list: provinces, city_list: cities, county_list: districts } = areaList;
  return { type: 'application/json', body: JSON.stringify({ provinces, cities, districts } satisfies Divisions) };
}

async function readOrNothing(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
