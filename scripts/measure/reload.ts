import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildProgram } from '../../simulator/phone/build/build-program';
import { createPhone } from '../../simulator/phone/create-phone';
import { openPhone } from '../../simulator/phone/drive-phone';
import { findBrowser } from '../../simulator/phone/find-browser';

const TIMES = 10;
/** A file of each kind, and what is added to it. */
const SAVES = [
  { kind: 'template', file: 'pages/me/me.wxml', added: (mark: string) => `<view>${mark}</view>` },
  { kind: 'style', file: 'pages/me/me.wxss', added: (mark: string) => `page::after { content: '${mark}'; }` },
  { kind: 'script', file: 'app.ts', added: (mark: string) => `Object.assign(globalThis, { saved: '${mark}' });` },
];

/**
 * A copy of 同路's mini program while somebody works on it: what a whole build takes, and how long a saved file needs
 * until the same page is on the screen again with it, the watching included.
 */
export async function* reload(root: string): AsyncGenerator<object> {
  const folder = mkdtempSync(join(tmpdir(), 'reload-'));
  cpSync(join(root, 'miniprogram'), join(folder, 'miniprogram'), { recursive: true });
  cpSync(join(root, 'project.config.json'), join(folder, 'project.config.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  try {
    const builds: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      builds.push((await buildProgram(join(folder, 'miniprogram'), false)).millis);
    }
    yield { what: 'build', times: TIMES, ...spread(builds) };
    yield* saves(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function* saves(folder: string): AsyncGenerator<object> {
  const phone = await createPhone({ projectFile: join(folder, 'project.config.json') });
  const server = createServer((request, response) => {
    void phone.respond(request, response).then((answered) => {
      if (!answered) response.writeHead(404).end('[]');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { executablePath, args, env } = await findBrowser();
  const system = Object.entries({ ...process.env, ...env }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const browser = await chromium.launch({ executablePath, args, env: Object.fromEntries(system) });
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const driven = await openPhone(browser, url, { page: '/pages/me/me', as: 'worker' });
    for (const { kind, file, added } of SAVES) {
      const source = readFileSync(join(folder, 'miniprogram', file), 'utf8');
      const times: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const mark = `saved-${kind}-${time}`;
        const started = performance.now();
        writeFileSync(join(folder, 'miniprogram', file), `${source}\n${added(mark)}\n`);
        await driven.page.waitForFunction(shown(mark), undefined, { polling: 20 });
        times.push(Math.round(performance.now() - started));
      }
      yield { what: 'saved to screen', kind, times: TIMES, ...spread(times) };
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await phone.close();
  }
}

/** The page is there with its content, and what was added to a file of it. */
function shown(mark: string): string {
  return `(() => {
    const frame = document.getElementById('app')?.contentWindow;
    const page = frame?.document?.querySelector('.phone-page:not([hidden]) > wx-page');
    if (!page || page.innerText.trim() === '') return false;
    const seen = [page.innerText, frame.getComputedStyle(page, '::after').content, String(frame.saved)];
    return seen.some((text) => text.includes(${JSON.stringify(mark)}));
  })()`;
}

function spread(values: number[]): { medianMs: number; mostMs: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, mostMs: sorted.at(-1) ?? 0 };
}
