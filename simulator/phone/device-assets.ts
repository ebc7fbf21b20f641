import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { areaList } from '@vant/area-data';
import type { Divisions } from './browser/frame/builtins/region-columns';

/**
 * Fonts and icons of the phone, from npm packages: the same Chinese text and the same TDesign icons on every
 * machine, with and without a network.
 */
const FONT_PACKAGE = path.dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));
const ICON_PACKAGE = path.dirname(require.resolve('tdesign-icons-svg/package.json'));

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

/** Whether a TDesign icon of this name is published. */
export function hasIcon(name: string): boolean {
  return existsSync(path.join(ICON_PACKAGE, 'src', `${name}.svg`));
}

/** A TDesign icon. The published files write `view-box`, which SVG does not know. */
export async function iconFile(name: string): Promise<Asset | undefined> {
  if (!/^[\w-]+\.svg$/.test(name)) return undefined;
  const body = await readOrNothing(path.join(ICON_PACKAGE, 'src', name));
  if (body === undefined) return undefined;
  const svg = body
    .toString('utf8')
    .replace('view-box=', 'viewBox=')
    .replace('width="1em" height="1em"', 'width="24" height="24"');
  return { type: 'image/svg+xml', body: svg };
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
