import { MAX_DEPTH, parseQuery, planRoute, type RouteState, splitUrl } from './browser/frame/route-plan';

const config = { pages: ['home/home', 'me/me', 'a/a', 'b/b'], tabs: ['home/home', 'me/me'] };

function state(stack: string[], keptTabs: string[] = []): RouteState {
  return {
    stack: stack.map((path, index) => ({ id: index + 1, path })),
    keptTabs: keptTabs.map((path, index) => ({ id: index + 101, path })),
  };
}

test('navigateTo hides the page below and keeps it', () => {
  expect(planRoute('navigateTo', { url: '/a/a?x=1' }, state(['home/home']), config)).toEqual({
    unload: [],
    hide: 1,
    show: undefined,
    open: { path: 'a/a', query: 'x=1' },
    stack: [1],
    keptTabs: [],
  });
});

test('the stack holds ten pages and not one more', () => {
  const ninth = state(Array.from({ length: MAX_DEPTH - 1 }, () => 'a/a'));
  const tenth = state(Array.from({ length: MAX_DEPTH }, () => 'a/a'));
  expect(planRoute('navigateTo', { url: '/b/b' }, ninth, config)).toMatchObject({ open: { path: 'b/b' } });
  expect(planRoute('navigateTo', { url: '/b/b' }, tenth, config)).toBe('webview count limit exceed');
});

test('redirectTo replaces the page on top', () => {
  expect(planRoute('redirectTo', { url: '/b/b' }, state(['home/home', 'a/a']), config)).toMatchObject({
    unload: [2],
    hide: undefined,
    stack: [1],
    open: { path: 'b/b' },
  });
});

test('switchTab closes what is no tab and keeps every tab page', () => {
  const from = state(['home/home', 'a/a', 'b/b']);
  expect(planRoute('switchTab', { url: '/me/me' }, from, config)).toEqual({
    unload: [3, 2],
    hide: undefined,
    show: undefined,
    open: { path: 'me/me', query: '' },
    stack: [],
    keptTabs: [1],
  });
  expect(planRoute('switchTab', { url: '/me/me' }, state(['home/home'], ['me/me']), config)).toEqual({
    unload: [],
    hide: 1,
    show: 101,
    open: undefined,
    stack: [101],
    keptTabs: [1],
  });
});

test('switching to the tab on screen changes nothing', () => {
  expect(planRoute('switchTab', { url: '/home/home' }, state(['home/home']), config)).toEqual({
    unload: [],
    hide: undefined,
    show: 1,
    open: undefined,
    stack: [1],
    keptTabs: [],
  });
});

test('reLaunch drops the stack and the tabs kept beside it', () => {
  expect(planRoute('reLaunch', { url: '/me/me' }, state(['home/home', 'a/a'], ['me/me']), config)).toMatchObject({
    unload: [2, 1, 101],
    open: { path: 'me/me' },
    stack: [],
    keptTabs: [],
  });
});

test('navigateBack goes as far as asked, at most to the first page', () => {
  const deep = state(['home/home', 'a/a', 'b/b']);
  expect(planRoute('navigateBack', {}, deep, config)).toMatchObject({ unload: [3], show: 2, stack: [1, 2] });
  expect(planRoute('navigateBack', { delta: 99 }, deep, config)).toMatchObject({ unload: [3, 2], show: 1, stack: [1] });
  expect(planRoute('navigateBack', {}, state(['home/home']), config)).toBe('cannot navigate back at first page.');
});

test.each([
  ['navigateTo', '/me/me', 'can not navigateTo a tabbar page'],
  ['redirectTo', '/me/me', 'can not redirectTo a tabbar page'],
  ['switchTab', '/a/a', 'can not switch to no-tabBar page'],
  ['navigateTo', '/none/none', 'page "none/none" is not found'],
  ['reLaunch', 'a/a', 'page "home/a/a" is not found'],
  ['navigateTo', '', 'parameter error: parameter.url should be String instead of Undefined;'],
] as const)('%s to "%s" fails: %s', (kind, url, reason) => {
  expect(planRoute(kind, { url }, state(['home/home']), config)).toBe(reason);
});

test('a url without a leading slash starts at the folder of the page on screen', () => {
  expect(splitUrl('../b/b?x=1?2', 'a/a')).toEqual({ path: 'b/b', query: 'x=1?2' });
  expect(splitUrl('/a/a.html', 'b/b')).toEqual({ path: 'a/a', query: '' });
});

test('onLoad gets the query as it was written', () => {
  expect(parseQuery('id=7&name=%E5%91%A8&empty=&bare&eq=a=b#x')).toEqual({
    id: '7',
    name: '%E5%91%A8',
    empty: '',
    bare: '',
    eq: 'a=b',
  });
});
