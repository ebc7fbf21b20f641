import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { Problem } from './browser/bridge';
import { createPhone } from './create-phone';
import { openPhone } from './drive-phone';
import { findBrowser } from './find-browser';

/**
 * Opens every page of a mini program once and says what the phone had to complain about:
 * `npx tsx simulator/phone/open-pages.ts <folder of project.config.json> [page?query …]`. A page that is named with a
 * query is opened with it, the others without.
 *
 * A line of JSON a page, and one at the end: how many of how many opened clean. Counted apart, since WeChat opens the
 * page all the same: remarks of the framework about the program (an unknown property, keys that are not unique), and
 * pictures on hosts that cannot be reached.
 */
async function openPages(folder: string, named: string[]): Promise<void> {
  const phone = await createPhone({ projectFile: path.resolve(folder, 'project.config.json'), production: true });
  const server = createServer((request, response) => {
    void phone.respond(request, response).then((answered) => {
      if (!answered) response.writeHead(404).end('[]');
    });
  });
  const url = await listen(server);
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    for (const problem of phone.problems) console.log(JSON.stringify({ build: problem }));
    const pages = (await pagesOf(browser, url)).map(
      (page) => named.find((each) => each.split('?')[0] === page) ?? page,
    );
    let clean = 0;
    for (const page of pages) {
      const seen = await open(browser, url, page);
      if (seen.problems.length === 0) clean += 1;
      console.log(JSON.stringify({ page, clean: seen.problems.length === 0, ...seen }));
    }
    console.log(JSON.stringify({ clean, pages: pages.length, buildProblems: phone.problems.length }));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await phone.close();
  }
}

/** Long enough for what a page does after `onReady`: timers of a carousel, an answer of its own mock. */
const SETTLE_MILLIS = 1200;
const REMOTE_PICTURE = /https?:\/\/(?!127\.0\.0\.1)/;

async function open(browser: Browser, url: string, page: string) {
  try {
    const driven = await openPhone(browser, url, { page: `/${page}`, as: 'opener' });
    await driven.page.waitForTimeout(SETTLE_MILLIS);
    const found = (await driven.problems()).filter((problem) => problem.kind !== 'build');
    await driven.close();
    const remote = (problem: Problem) => problem.kind === 'image' && REMOTE_PICTURE.test(problem.message);
    const remark = (problem: Problem) => problem.kind === 'framework';
    const sentences = (list: Problem[]) => list.map(({ kind, message }) => `${kind}: ${message}`);
    return {
      problems: sentences(found.filter((problem) => !remote(problem) && !remark(problem))),
      remarks: sentences(found.filter(remark)),
      unreachable: found.filter(remote).length,
    };
  } catch (error) {
    const reason = `not opened: ${error instanceof Error ? error.message : String(error)}`;
    return { problems: [reason], remarks: [], unreachable: 0 };
  }
}

async function pagesOf(browser: Browser, url: string): Promise<string[]> {
  const driven = await openPhone(browser, url, { as: 'opener' });
  const pages: unknown = await driven.frame.locator('body').evaluate('phoneProgram.app.pages');
  await driven.close();
  return Array.isArray(pages) ? pages.map(String) : [];
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

const [folder, ...named] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder? open-pages.ts <folder of project.config.json>');
void openPages(folder, named);
