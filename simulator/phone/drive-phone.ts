import type { Browser, BrowserContext, FrameLocator, Locator, Page, Request } from 'playwright-core';
import type { Network, PrivacyState, Problem, Theme } from './browser/bridge';

export interface OpenPhoneOptions {
  /** Whose phone: an openId; absent, a visitor nobody has seen before. */
  as?: string;
  /** Page to open first, with query; the program's entry page when absent. */
  page?: string;
  /** WeChat's number for how the program was opened: 1001 when absent, 1154 as a single page in Moments. */
  scene?: number;
  /** Width of the screen in px, 390 when absent. */
  width?: number;
  /** Height of the screen in px, 844 when absent. */
  height?: number;
  /** The phone's theme, light when absent; a program without `"darkmode": true` stays light. */
  theme?: Theme;
  /** WeChat's font size as a factor of the standard: 1, 1.2 or 1.4 (care mode); 1 when absent. */
  textScale?: number;
  /** `wifi` when absent; over `weak` every call takes 2.5 s longer. */
  network?: Network;
  /** Where the phone is, in degrees; People's Square in Shanghai when absent. */
  location?: { latitude: number; longitude: number };
  /** `agreed` when absent: nobody is asked for the privacy contract; `ask`: as a person who is new to the program. */
  privacy?: PrivacyState;
  /** IANA name, Asia/Shanghai when absent. */
  timeZone?: string;
  /** How far the phone's clock is ahead of this machine's, in ms, negative when behind; 0 when absent. */
  aheadMillis?: number;
  /** How long to wait for what should appear, in ms; 10,000 when absent. */
  timeout?: number;
}

/** A person's hands and eyes on a phone. Every wait ends with an error that names what was not there. */
export interface DrivenPhone {
  page: Page;
  /** The pages of the program: `frame.locator('…')` sees the page on screen and, hidden, those below it. */
  frame: FrameLocator;
  /** Taps what is shown with this text or label, in a dialog before the page; real touch input. */
  tap(text: string | RegExp): Promise<void>;
  /** Types into the field with this placeholder or label, replacing what was there. */
  fill(label: string, text: string): Promise<void>;
  /** Waits until the text is shown, on the page, in the bars or in a dialog. */
  seeText(text: string | RegExp): Promise<void>;
  /** Waits until the text is not shown any more. */
  notSeeText(text: string | RegExp): Promise<void>;
  /** Gives files to the `wx.choose…` that is waiting. */
  chooseFiles(files: string | string[] | { name: string; mimeType: string; buffer: Buffer }[]): Promise<void>;
  /** Turns a switch beside the phone, without opening the program anew. */
  setTheme(theme: Theme): Promise<void>;
  setNetwork(network: Network): Promise<void>;
  /** @param zone IANA name of one that the switch has; '' for the zone that the phone was opened with */
  setTimeZone(zone: string): Promise<void>;
  /** Opens the program anew, as its address with other words in it would; what the phone has stored stays. */
  visit(changes: Pick<OpenPhoneOptions, 'page' | 'width' | 'height' | 'theme' | 'textScale'>): Promise<void>;
  /** Waits until nothing has been on its way for 100 ms: what the page had to fetch is there, pictures too. */
  quiet(): Promise<void>;
  /** Goes back with the navigation bar, or the browser's back button where a page has none. */
  back(): Promise<void>;
  /** Route of the page on screen, with query. */
  route(): Promise<string>;
  /** What the phone has complained about in all its visits. */
  problems(): Promise<Problem[]>;
  /** A picture of the whole phone, once fonts and images are there. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

const POLL_MILLIS = 50;
/** A page that is given an answer asks its next question at once. */
const QUIET_MILLIS = 100;

/** Runs in the browser, in every frame before its first script: the present is so far ahead, given dates stay. */
function setAhead(millis: number): void {
  const Machine = Date;
  globalThis.Date = class extends Machine {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [Machine.now() + millis]) as []));
    }
    static override now(): number {
      return Machine.now() + millis;
    }
  } as DateConstructor;
}

/** Opens a phone of its own (storage apart from all others) on a running simulator. @param url of the simulator */
export async function openPhone(browser: Browser, url: string, options: OpenPhoneOptions = {}): Promise<DrivenPhone> {
  const { timeout = 20_000 } = options;
  const context = await browser.newContext({
    viewport: screenOf(options),
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: options.timeZone ?? 'Asia/Shanghai',
  });
  if (options.aheadMillis !== undefined) await context.addInitScript(setAhead, options.aheadMillis);
  context.setDefaultTimeout(timeout);
  const page = await context.newPage();
  // Somebody must listen, or the browser would answer a file dialog with "cancelled" at once.
  page.on('filechooser', () => undefined);
  const visit = async (changes: OpenPhoneOptions): Promise<void> => {
    // What is waited for is the program's page; its pictures may take as long as they like.
    await page.goto(addressOf(url, { ...options, ...changes }), { waitUntil: 'domcontentloaded' });
    await page.frameLocator('#app').locator('wx-page:visible').first().waitFor();
  };
  const quiet = listenTo(page, timeout);
  // What a visit complained about is not forgotten with its windows.
  const before: Problem[] = [];
  const listed = () => page.evaluate<Problem[]>('window.__phone?.problems ?? []');
  await visit({});
  return {
    ...drive(context, page, page.frameLocator('#app'), timeout),
    quiet,
    problems: async () => [...before, ...(await listed())],
    visit: async (changes) => {
      before.push(...(await listed()));
      await page.setViewportSize(screenOf({ ...options, ...changes }));
      await visit(changes);
    },
  };
}

/** Follows what is on its way to and from a page. @returns how to wait until that is nothing */
function listenTo(page: Page, timeout: number): () => Promise<void> {
  const onTheirWay = new Set<Request>();
  let quietSince = Date.now();
  const ended = (request: Request): void => {
    onTheirWay.delete(request);
    quietSince = Date.now();
  };
  page.on('request', (request) => {
    // The channel on which a phone hears of a new build stays open.
    if (request.resourceType() !== 'eventsource') onTheirWay.add(request);
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return () =>
    until(timeout, 'the line is never quiet', async () =>
      onTheirWay.size === 0 && Date.now() - quietSince >= QUIET_MILLIS ? true : undefined,
    ).then(() => undefined);
}

const screenOf = ({ width = 390, height = 844 }: OpenPhoneOptions) => ({ width, height });

function addressOf(url: string, options: OpenPhoneOptions): string {
  const query = new URLSearchParams({ frame: 'bare', privacy: options.privacy ?? 'agreed' });
  if (options.as !== undefined) query.set('as', options.as);
  if (options.page !== undefined) query.set('page', options.page);
  if (options.scene !== undefined) query.set('scene', String(options.scene));
  if (options.theme !== undefined) query.set('theme', options.theme);
  if (options.textScale !== undefined) query.set('text', String(options.textScale));
  if (options.network !== undefined) query.set('network', options.network);
  if (options.location !== undefined) query.set('at', `${options.location.latitude},${options.location.longitude}`);
  return `${url}/?${query}`;
}

function drive(
  context: BrowserContext,
  page: Page,
  frame: FrameLocator,
  timeout: number,
): Omit<DrivenPhone, 'visit' | 'quiet' | 'problems'> {
  const exact = { exact: true };
  const said = (text: string | RegExp) => page.locator('#dialogs').getByText(text, exact);
  // A finger goes through a toast, to what stands below it in the same words.
  const beneathToasts = page.locator(':not([data-testid=toast], [data-testid=toast] *)');
  const shown = (text: string | RegExp, dialogs = said(text)): Locator[] =>
    [
      dialogs,
      frame.getByText(text, exact),
      frame.getByLabel(text, exact),
      page.locator('#tabs, #navigation').getByText(text, exact),
      page.locator('#navigation').getByLabel(text, exact),
    ].map((locator) => locator.filter({ visible: true }));
  const find = (text: string | RegExp, dialogs?: Locator) =>
    firstOf(shown(text, dialogs), timeout, `"${text}" is not on the phone`);
  return {
    page,
    frame,
    tap: async (text) => {
      await (await find(text, said(text).and(beneathToasts))).tap();
    },
    fill: async (label, text) => {
      const field = await firstOf(fieldsOf(frame, page, label), timeout, `no field "${label}"`);
      await field.fill(text);
    },
    seeText: async (text) => {
      await find(text);
    },
    notSeeText: async (text) => {
      await until(timeout, `"${text}" is still on the phone`, async () => {
        const counts = await Promise.all(shown(text).map((locator) => locator.count()));
        return counts.every((count) => count === 0) ? true : undefined;
      });
    },
    chooseFiles: async (files) => {
      const input = page.locator('[data-testid=files][data-waiting]');
      await input.waitFor({ state: 'attached' });
      await input.setInputFiles(files);
    },
    setTheme: (theme) => turn(page, 'theme', theme),
    setNetwork: (network) => turn(page, 'network', network),
    setTimeZone: (zone) => turn(page, 'zone', zone),
    back: async () => {
      const button = page.locator('#navigation').getByLabel('返回');
      if (await button.isVisible()) await button.tap();
      else await page.goBack();
    },
    route: () =>
      page
        .locator('#route')
        .textContent()
        .then((route) => route ?? ''),
    screenshot: async (path) => {
      await frame.locator('body').evaluate('document.fonts.ready.then(() => undefined)');
      await page.screenshot({ path });
    },
    close: () => context.close(),
  };
}

/** The switches are there in a bare phone too, only not to be seen. */
function turn(page: Page, name: string, value: string): Promise<void> {
  return page.locator(`#switch-${name} [data-value="${value}"]`).dispatchEvent('click');
}

/** A field by placeholder, ARIA label, or a text that stands beside it in the same row. */
function fieldsOf(frame: FrameLocator, page: Page, label: string): Locator[] {
  const quoted = JSON.stringify(label);
  const row = `//*[normalize-space(text())=${quoted}]/ancestor::*[.//input or .//textarea][1]`;
  const field = '//*[self::input or self::textarea]';
  // Where one card has several titles, each with its field, the title stands above its own.
  const below = `xpath=${row}${field}[preceding::*[normalize-space(text())=${quoted}]]`;
  const beside = `xpath=${row}${field}`;
  return [
    frame.getByPlaceholder(label, { exact: true }),
    frame.locator(`[aria-label=${quoted}] >> css=input, textarea`),
    frame.locator(below),
    frame.locator(beside),
    page.locator('#dialogs').getByPlaceholder(label, { exact: true }),
    page.locator('#dialogs').getByLabel(label, { exact: true }).and(page.locator('input')),
  ].map((locator) => locator.filter({ visible: true }));
}

async function firstOf(candidates: Locator[], timeout: number, missing: string): Promise<Locator> {
  return until(timeout, missing, async () => {
    for (const candidate of candidates) if ((await candidate.count()) > 0) return candidate.first();
    return undefined;
  });
}

async function until<T>(timeout: number, missing: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${missing} after ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
  }
}
