import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { createPhone, type Phone } from '../create-phone';
import { type DrivenPhone, type OpenPhoneOptions, openPhone } from '../drive-phone';
import { findBrowser } from '../find-browser';

export interface Fixture {
  url: string;
  phone: Phone;
  browser: Browser;
  open(options?: OpenPhoneOptions): Promise<DrivenPhone>;
  close(): Promise<void>;
}

/** What stands in for the simulator's cloud: @returns whether it answered */
export type CloudRoutes = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves a program on a free port and starts a browser for it. @param projectFile absolute, or a fixture's name */
export async function openFixture(projectFile: string, cloud: CloudRoutes = () => false): Promise<Fixture> {
  const file = path.isAbsolute(projectFile)
    ? projectFile
    : path.join(__dirname, '../fixtures', projectFile, 'project.config.json');
  const phone = await createPhone({ projectFile: file, production: !path.isAbsolute(projectFile) });
  const server = createServer((request, response) => {
    if (cloud(request, response)) return;
    void phone.respond(request, response).then((answered) => {
      if (!answered) response.writeHead(404).end('[]');
    });
  });
  const url = await listen(server);
  const { executablePath, args, env } = await findBrowser();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const browser = await chromium.launch({
    executablePath,
    args,
    headless: true,
    env: { ...Object.fromEntries(inherited), ...env },
  });
  return {
    url,
    phone,
    browser,
    open: (options) => openPhone(browser, url, options),
    close: async () => {
      await browser.close();
      await phone.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
