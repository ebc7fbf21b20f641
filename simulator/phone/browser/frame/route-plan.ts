/** WeChat's rules for its page stack, without any page: what a call opens, keeps and closes, or why it fails. */

export type RouteKind = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';

/** Deepest page stack WeChat allows. */
export const MAX_DEPTH = 10;

export interface RouteConfig {
  pages: readonly string[];
  tabs: readonly string[];
}

/** One page of the stack; tab pages that are kept but not in the stack are listed apart. */
export interface StackedPage {
  id: number;
  path: string;
}

export interface RouteState {
  stack: readonly StackedPage[];
  /** Tab pages alive outside the stack. */
  keptTabs: readonly StackedPage[];
}

export interface RoutePlan {
  /** Pages to unload, topmost first. */
  unload: number[];
  /** The page to hide, when it stays alive. */
  hide: number | undefined;
  /** A page alive already, to show. */
  show: number | undefined;
  /** A page to create and put on top. */
  open: { path: string; query: string } | undefined;
  /** Stack afterwards, without the page to open. */
  stack: number[];
  /** Tab pages alive outside the stack afterwards. */
  keptTabs: number[];
}

/** @returns the plan, or the reason as WeChat words it after `<api>:fail ` */
export function planRoute(
  kind: RouteKind,
  target: { url?: string | undefined; delta?: number | undefined },
  state: RouteState,
  config: RouteConfig,
): RoutePlan | string {
  if (kind === 'navigateBack') return planBack(target.delta ?? 1, state);
  if (target.url === undefined || target.url === '')
    return 'parameter error: parameter.url should be String instead of Undefined;';
  const { path, query } = splitUrl(target.url, state.stack[state.stack.length - 1]?.path ?? '');
  if (!config.pages.includes(path)) return `page "${path}" is not found`;
  const isTab = config.tabs.includes(path);
  switch (kind) {
    case 'navigateTo':
      if (isTab) return 'can not navigateTo a tabbar page';
      if (state.stack.length >= MAX_DEPTH) return 'webview count limit exceed';
      return {
        unload: [],
        hide: top(state)?.id,
        show: undefined,
        open: { path, query },
        stack: ids(state.stack),
        keptTabs: ids(state.keptTabs),
      };
    case 'redirectTo':
      if (isTab) return 'can not redirectTo a tabbar page';
      return {
        unload: ids(state.stack.slice(-1)),
        hide: undefined,
        show: undefined,
        open: { path, query },
        stack: ids(state.stack.slice(0, -1)),
        keptTabs: ids(state.keptTabs),
      };
    case 'switchTab':
      if (!isTab) return 'can not switch to no-tabBar page';
      return planSwitch(path, state, config);
    case 'reLaunch':
      return {
        unload: [...ids(state.stack).reverse(), ...ids(state.keptTabs)],
        hide: undefined,
        show: undefined,
        open: { path, query },
        stack: [],
        keptTabs: [],
      };
  }
}

function planBack(delta: number, state: RouteState): RoutePlan | string {
  const { stack } = state;
  if (stack.length <= 1) return 'cannot navigate back at first page.';
  const leaving = Math.min(Math.max(1, Math.trunc(delta) || 1), stack.length - 1);
  const rest = stack.slice(0, stack.length - leaving);
  return {
    unload: ids(stack.slice(-leaving)).reverse(),
    hide: undefined,
    show: rest[rest.length - 1]?.id,
    open: undefined,
    stack: ids(rest),
    keptTabs: ids(state.keptTabs),
  };
}

/** Only the tab pages survive a switch: all others close, the tab shown last time is kept as it was. */
function planSwitch(path: string, state: RouteState, config: RouteConfig): RoutePlan {
  const alive = [...state.stack, ...state.keptTabs];
  const tabs = alive.filter((page) => config.tabs.includes(page.path));
  const wanted = tabs.find((page) => page.path === path);
  const current = top(state);
  const stays = current !== undefined && tabs.includes(current);
  return {
    unload: ids(state.stack.filter((page) => !tabs.includes(page))).reverse(),
    hide: stays && current !== wanted ? current.id : undefined,
    show: wanted?.id,
    open: wanted === undefined ? { path, query: '' } : undefined,
    stack: wanted === undefined ? [] : [wanted.id],
    keptTabs: ids(tabs.filter((page) => page !== wanted)),
  };
}

/** Splits a url and resolves a relative path against the current page, as WeChat does. */
export function splitUrl(url: string, from: string): { path: string; query: string } {
  const [raw = '', ...rest] = url.split('?');
  const absolute = raw.startsWith('/') ? raw.slice(1) : resolveRelative(raw, from);
  return { path: absolute.replace(/\.html$/, ''), query: rest.join('?') };
}

function resolveRelative(path: string, from: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/**
 * The query as `onLoad` gets it: text as it stands in the url. WeChat leaves percent signs alone, a program decodes
 * what it encoded.
 */
export function parseQuery(query: string): Record<string, string> {
  const parsed: Record<string, string> = {};
  for (const pair of query.split('#')[0]?.split('&') ?? []) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    parsed[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1);
  }
  return parsed;
}

function top(state: RouteState): StackedPage | undefined {
  return state.stack[state.stack.length - 1];
}

function ids(pages: readonly StackedPage[]): number[] {
  return pages.map((page) => page.id);
}
