import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { visitor } from '../../seeds/company';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { seedsIn } from '../../seeds/seeds-in';
import { findBrowser } from '../../simulator/phone/find-browser';
import { startSimulator } from '../../simulator/server';
import { keysIn } from '../keys';

interface Painted {
  /** From the start of the program's window to the first text on its page, tab bar aside. */
  firstContentMs: number;
  /** Of packages, pictures and answers received until then; the phone's own parts aside. */
  bytes: number;
  /** Until the page has been quiet, its components' own included; bytes as JSON. */
  setDataCalls: number;
  setDataBytes: number;
  nodes: number;
}

const screens = [
  { page: 'home', role: 'visitor', as: visitor.openId, url: '/pages/home/home' },
  { page: 'home', role: 'newHire', as: weChatOf('何雨桐'), url: '/pages/home/home' },
  { page: 'home', role: 'employee', as: weChatOf('林晓'), url: '/pages/home/home' },
  { page: 'home', role: 'leaving', as: weChatOf('王磊'), url: '/pages/home/home' },
  { page: 'home', role: 'alumnus', as: weChatOf('孙倩'), url: '/pages/home/home' },
  { page: 'home', role: 'hr', as: weChatOf('周岚'), url: '/pages/home/home' },
  { page: 'me', role: 'employee', as: weChatOf('林晓'), url: '/pages/me/me' },
  { page: 'mall', role: 'employee', as: weChatOf('林晓'), url: '/packages/points/pages/mall/mall' },
  { page: 'admin', role: 'hr', as: weChatOf('周岚'), url: '/pages/admin/admin' },
];
const PAIRS = 10;

/**
 * The main pages by role, each opened on a phone that has never seen the program. With `--against <folder of a
 * project.config.json>`: the employee's home and that program's entry page in turn, 10 pairs, and the ratio of their
 * medians.
 */
export async function* paint(root: string): AsyncGenerator<object> {
  const { against } = parseArgs({
    args: process.argv.slice(3),
    options: { against: { type: 'string' } },
  }).values;
  const folder = mkdtempSync(join(tmpdir(), 'paint-'));
  const environmentFile = join(folder, 'keys.env');
  const seedFile = await seedsIn(join(folder, 'seeds'), await keysIn(environmentFile), new Date());
  const projectFile = join(root, 'project.config.json');
  const ours = await startSimulator({ projectFile, seedFile, environmentFile, production: true });
  const browser = await launch();
  try {
    // The functions' processes and the browser's caches are warm from here on.
    await open(browser, ours.url, '/pages/home/home', weChatOf('林晓'));
    for (const { page, role, as, url } of screens) yield { page, role, ...(await open(browser, ours.url, url, as)) };
    if (against !== undefined) yield await compare(browser, ours.url, resolve(against, 'project.config.json'));
  } finally {
    await browser.close();
    await ours.close();
    rmSync(folder, { recursive: true });
  }
}

async function compare(browser: Browser, url: string, projectFile: string): Promise<object> {
  const theirs = await startSimulator({ projectFile, production: true });
  try {
    const times: { ours: number; theirs: number }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const mine = await open(browser, url, '/pages/home/home', weChatOf('林晓'));
      const other = await open(browser, theirs.url, '', 'somebody');
      times.push({ ours: mine.firstContentMs, theirs: other.firstContentMs });
    }
    const oursMs = median(times.map((time) => time.ours));
    const theirsMs = median(times.map((time) => time.theirs));
    return { pairs: PAIRS, oursMs, theirsMs, ratio: Math.round((oursMs / theirsMs) * 100) / 100 };
  } finally {
    await theirs.close();
  }
}

/** After the first content the page is given this long for what it still asks for. */
const QUIET_MILLIS = 1500;

async function open(browser: Browser, url: string, page: string, as: string): Promise<Painted> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true });
  try {
    await context.addInitScript(WATCH);
    const tab = await context.newPage();
    const query = new URLSearchParams({ frame: 'bare', as, ...(page === '' ? {} : { page }) });
    await tab.goto(`${url}/?${query}`, { waitUntil: 'domcontentloaded' });
    const frame = tab.frameLocator('#app').locator('body');
    await tab.waitForFunction('document.getElementById("app").contentWindow.phonePaint?.firstContentMs > 0');
    await tab.waitForTimeout(QUIET_MILLIS);
    return (await frame.evaluate(READ)) as Painted;
  } finally {
    await context.close();
  }
}

/** Runs in every window before its own scripts; the program's is `/app/`. */
const WATCH = `if (location.pathname === '/app/') {
  const paint = { firstContentMs: 0, setDataCalls: 0, setDataBytes: 0 };
  window.phonePaint = paint;
  window.phoneHearsSetData = (data) => {
    paint.setDataCalls += 1;
    paint.setDataBytes += new TextEncoder().encode(JSON.stringify(data) ?? '').length;
  };
  const look = () => {
    const page = document.querySelector('.phone-page:not([hidden]) > wx-page');
    if (page !== null && page.innerText.trim() !== '') paint.firstContentMs = Math.round(performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

const READ = `(() => {
  const paint = window.phonePaint;
  const phoneParts = new RegExp('/app/(frame\\\\.|fonts)');
  const received = performance.getEntriesByType('resource').filter((entry) =>
    entry.responseEnd <= paint.firstContentMs && !phoneParts.test(entry.name));
  const bytes = received.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
  const elements = [...document.querySelectorAll('.phone-page:not([hidden]) *')];
  const nodes = elements.filter((element) => element.tagName.startsWith('WX-')).length;
  return { firstContentMs: paint.firstContentMs, bytes, setDataCalls: paint.setDataCalls,
    setDataBytes: paint.setDataBytes, nodes };
})()`;

async function launch(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const system = Object.entries({ ...process.env, ...env }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return chromium.launch({ executablePath, args, env: Object.fromEntries(system) });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return Math.round((upper + lower) / 2);
}
