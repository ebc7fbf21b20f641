import type { ShareCard } from '../bridge';
import type { Page } from './page';
import { reportError } from './problems';
import { shell } from './shell';
import { resolveFileUrl } from './temp-files';

/** Where a page can be shared to, by WeChat's names for the menu. */
export type ShareMenu = 'shareAppMessage' | 'shareTimeline';

/** How long WeChat waits for a page that promises its card, in ms; then the card is the usual one. */
const LONGEST_PROMISE = 3000;

/** What the page's menu offers: what the page can say and has not hidden. Moments need both functions, as in WeChat. */
export function offeredMenus(page: Page): Record<'friend' | 'timeline', boolean> {
  const friend = page.has('onShareAppMessage');
  const offers = (menu: ShareMenu) => !page.hiddenMenus.has(menu);
  return {
    friend: friend && offers('shareAppMessage'),
    timeline: friend && page.has('onShareTimeline') && offers('shareTimeline'),
  };
}

/**
 * Asks the page what it shares with a friend and shows the card. Nothing comes back: WeChat tells a program neither
 * whether the card was sent nor whether somebody opened it.
 */
export async function shareWithFriend(page: Page, from: 'button' | 'menu', target?: unknown): Promise<void> {
  const said = record(page.run('onShareAppMessage', { from, target, webViewUrl: undefined }));
  const promised = said.promise === undefined ? {} : record(await inTime(said.promise));
  const { title, path, imageUrl } = { ...said, ...promised };
  await show(page, 'friend', { title, imageUrl, path: text(path) || `/${page.url}` });
}

/** Asks the page what it shows in Moments and shows the card; it opens the same page, with the query that it names. */
export async function shareOnTimeline(page: Page): Promise<void> {
  const { title, query, imageUrl } = record(page.run('onShareTimeline'));
  const own = query === undefined ? page.query : text(query);
  await show(page, 'timeline', { title, imageUrl, path: `/${page.path}${own === '' ? '' : `?${own}`}` });
}

async function show(page: Page, where: ShareCard['where'], said: Record<string, unknown>): Promise<void> {
  const picture = text(said.imageUrl);
  await shell.showShareCard({
    where,
    title: text(said.title) || page.navigation.title,
    path: text(said.path),
    picture: picture === '' ? '' : await resolveFileUrl(picture),
  });
}

async function inTime(promise: unknown): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(() => resolve(undefined), LONGEST_PROMISE));
  try {
    return await Promise.race([promise, late]);
  } catch (error) {
    reportError('onShareAppMessage', error);
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
