import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import type { Problem } from './browser/bridge';
import { createPhone } from './create-phone';
import { type DrivenPhone, openPhone } from './drive-phone';
import { findBrowser } from './find-browser';

/** What opening one page of a program brought to light. */
export interface OpenedPage {
  page: string;
  /** Without an error, a missing API, a missing component, an undeclared tag or a picture of its own not there. */
  clean: boolean;
  /** From the address to the first page on the screen, in ms, without what it settles for afterwards. */
  openMs: number;
  /** Sentences; undeclared tags apart. */
  problems: string[];
  /** Tags that the program itself does not declare: drawn as plain boxes, as WeChat does. */
  undeclared: string[];
  /** What the framework says about the program: an unknown property, keys that are not unique. */
  remarks: string[];
  /** Pictures on hosts that cannot be reached from here. */
  unreachable: number;
}

export interface OpenPagesOptions {
  /**
   * Pages to open with a query: `page?query`; the others are opened without. `page?query < from > tap > tap` opens
   * `from` first and taps the texts there, for a page that needs what the page before leaves.
   */
  named?: string[];
  /** Only pages whose path this matches. */
  only?: RegExp | undefined;
  /** Folder for a picture of each page. */
  pictures?: string | undefined;
}

/** Long enough for what a page does after `onReady`: timers of a carousel, an answer of its own mock. */
const SETTLE_MILLIS = 1200;
const TIMEOUT_MILLIS = 20_000;
const REMOTE_PICTURE = /https?:\/\/(?!127\.0\.0\.1)/;

/**
 * Opens every page of a mini program once, each on a phone of its own that nobody used before.
 *
 * @param folder the one of project.config.json
 */
export async function* openPages(folder: string, options: OpenPagesOptions = {}): AsyncGenerator<OpenedPage> {
  const phone = await createPhone({ projectFile: path.resolve(folder, 'project.config.json'), production: true });
  const server = createServer((request, response) => {
    void phone.respond(request, response).then((answered) => {
      if (!answered) response.writeHead(404).end('[]');
    });
  });
  const url = await listen(server);
  const browser = await launch();
  if (options.pictures !== undefined) mkdirSync(options.pictures, { recursive: true });
  try {
    for (const page of await pagesOf(browser, url)) {
      if (options.only?.test(page) === false) continue;
      const visit = visitOf(page, options.named ?? []);
      yield await open(browser, url, visit, options.pictures);
    }
    // What the build complains about belongs to no page.
    if (phone.problems.length > 0) yield { ...NOTHING, page: 'build', clean: false, problems: phone.problems };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await phone.close();
  }
}

const NOTHING: OpenedPage = {
  page: '',
  clean: true,
  openMs: 0,
  problems: [],
  undeclared: [],
  remarks: [],
  unreachable: 0,
};

interface PageVisit {
  url: string;
  from: string | undefined;
  taps: string[];
}

function visitOf(page: string, named: string[]): PageVisit {
  const wanted = named.find((each) => each.split(/[?<]/)[0]?.trim() === page) ?? page;
  const [url = page, way] = wanted.split('<').map((part) => part.trim());
  const [from, ...taps] = (way ?? '').split('>').map((part) => part.trim());
  return { url, from: from === '' ? undefined : from, taps };
}

async function open(browser: Browser, url: string, visit: PageVisit, pictures?: string): Promise<OpenedPage> {
  const started = performance.now();
  let driven: DrivenPhone | undefined;
  try {
    const first = visit.from ?? visit.url;
    driven = await openPhone(browser, url, { page: `/${first}`, as: 'opener', timeout: TIMEOUT_MILLIS });
    const openMs = Math.round(performance.now() - started);
    for (const text of visit.taps) await driven.tap(text);
    await driven.page.waitForTimeout(SETTLE_MILLIS);
    if (visit.from !== undefined) await arrive(driven, visit.url);
    const found = (await driven.problems()).filter((problem) => problem.kind !== 'build');
    if (pictures !== undefined) await driven.screenshot(path.join(pictures, `${visit.url.replace(/\W+/g, '-')}.png`));
    return { ...NOTHING, page: visit.url, openMs, ...sorted(found) };
  } catch (error) {
    const reason = `not opened: ${error instanceof Error ? error.message : String(error)}`;
    return { ...NOTHING, page: visit.url, clean: false, problems: [reason] };
  } finally {
    await driven?.close();
  }
}

async function arrive(driven: DrivenPhone, url: string): Promise<void> {
  const at = await driven.route();
  if (!at.startsWith(`/${url}`)) throw new Error(`the taps lead to ${at}`);
}

function sorted(found: Problem[]): Omit<OpenedPage, 'page' | 'openMs'> {
  const remote = (problem: Problem) => problem.kind === 'image' && REMOTE_PICTURE.test(problem.message);
  const sentences = (kept: (problem: Problem) => boolean) =>
    found.filter(kept).map(({ kind, message }) => `${kind}: ${message}`);
  const apart = ['framework', 'undeclared-tag'];
  const problems = sentences((problem) => !remote(problem) && !apart.includes(problem.kind));
  const undeclared = sentences((problem) => problem.kind === 'undeclared-tag');
  return {
    clean: problems.length + undeclared.length === 0,
    problems,
    undeclared,
    remarks: sentences((problem) => problem.kind === 'framework'),
    unreachable: found.filter(remote).length,
  };
}

async function pagesOf(browser: Browser, url: string): Promise<string[]> {
  const driven = await openPhone(browser, url, { as: 'opener' });
  const pages: unknown = await driven.frame.locator('body').evaluate('phoneProgram.app.pages');
  await driven.close();
  return Array.isArray(pages) ? pages.map(String) : [];
}

async function launch(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const inherited = Object.entries({ ...process.env, ...env }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return chromium.launch({ executablePath, args, env: Object.fromEntries(inherited) });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

async function printPages(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { pictures: { type: 'string' }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder, ...named] = positionals;
  if (folder === undefined) throw new Error('which folder? open-pages.ts <folder of project.config.json>');
  const only = values.only === undefined ? undefined : new RegExp(values.only);
  for await (const page of openPages(folder, { named, only, pictures: values.pictures })) {
    console.log(JSON.stringify(page));
  }
}

if (require.main === module) void printPages();
