/** One measurement of `wx.getPerformance()`, named as in WeChat. Times are ms since 1970, durations ms. */
export interface PerformanceMark {
  entryType: 'navigation' | 'render' | 'script' | 'loadPackage';
  name: string;
  startTime: number;
  duration?: number;
  [detail: string]: unknown;
}

type Heard = (list: MarkList) => void;

/** What an observer is handed, and what the buffer answers. */
interface MarkList {
  getEntries(): PerformanceMark[];
  getEntriesByType(type: string): PerformanceMark[];
  getEntriesByName(name: string, type?: string): PerformanceMark[];
}

/** WeChat keeps this many until the program says otherwise. */
const BUFFER = 30;
const ENTRY_TYPES = ['navigation', 'render', 'script', 'loadPackage'];

let marks: PerformanceMark[] = [];
let most = BUFFER;
const observers = new Map<object, { types: string[]; heard: Heard }>();

/** Now, in ms since 1970 and finer than `Date`; the program's moved clock has no part in it. */
export function instant(): number {
  return performance.timeOrigin + performance.now();
}

/** Keeps a measurement and tells who observes its type. */
export function mark(entry: PerformanceMark): void {
  marks = [...marks, entry].slice(-most);
  for (const { types, heard } of observers.values()) if (types.includes(entry.entryType)) heard(listOf([entry]));
}

/** WeChat's name for the main package. */
function packageName(root: string): string {
  return root === '' ? '__APP__' : root;
}

/** Runs scripts of a package and keeps how long they took. @param root of the package */
export function markEvaluation(root: string, fileList: string[], run: () => void): void {
  const startTime = instant();
  try {
    run();
  } finally {
    const duration = instant() - startTime;
    mark({ entryType: 'script', name: 'evaluateScript', startTime, duration, moduleName: packageName(root), fileList });
  }
}

/** Keeps what the browser knows of the fetch of a package. @param source the address of its script */
export function markDownload(root: string, source: string): void {
  const [fetched] = performance.getEntriesByName(new URL(source, location.href).href);
  if (!(fetched instanceof PerformanceResourceTiming)) return;
  mark({
    entryType: 'loadPackage',
    name: 'downloadPackage',
    startTime: performance.timeOrigin + fetched.startTime,
    duration: fetched.duration,
    packageName: packageName(root),
    packageSize: fetched.encodedBodySize,
  });
}

/**
 * Keeps a route; the first of a launch counts from when this window began to load.
 * @param referrer path of the page that was on screen, undefined at the launch
 */
export function markRoute(navigationType: string, path: string, startedAt: number, referrer: string | undefined): void {
  const launch = referrer === undefined;
  const startTime = launch ? performance.timeOrigin : startedAt;
  mark({
    entryType: 'navigation',
    name: launch ? 'appLaunch' : 'route',
    navigationType: launch ? 'appLaunch' : navigationType,
    startTime,
    duration: instant() - startTime,
    navigationStart: startTime,
    path,
    referrerPath: referrer ?? '',
  });
}

/** Carries over what the browser knows of the first paint of this window. */
export function watchPaint(path: () => string): void {
  const names = { 'first-paint': 'firstPaint', 'first-contentful-paint': 'firstContentfulPaint' } as const;
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name !== 'first-paint' && name !== 'first-contentful-paint') continue;
      mark({ entryType: 'render', name: names[name], startTime: performance.timeOrigin + startTime, path: path() });
    }
  }).observe({ type: 'paint', buffered: true });
}

/** `wx.getPerformance()`. */
export function programPerformance(): Record<string, unknown> {
  return {
    now: () => performance.now(),
    ...listOf(() => marks),
    setBufferSize: (size: number) => {
      most = size;
      marks = marks.slice(-most);
    },
    createObserver: (heard: Heard) => {
      const key = {};
      return {
        supportedEntryTypes: ENTRY_TYPES,
        observe: ({ type, entryTypes = [] }: { type?: string; entryTypes?: string[] }) => {
          observers.set(key, { types: type === undefined ? entryTypes : [type], heard });
          // By a single type the observer hears of what was before it, too.
          const before = marks.filter(({ entryType }) => entryType === type);
          if (before.length > 0) heard(listOf(before));
        },
        disconnect: () => void observers.delete(key),
      };
    },
  };
}

function listOf(given: PerformanceMark[] | (() => PerformanceMark[])): MarkList {
  const all = () => (typeof given === 'function' ? given() : given);
  return {
    getEntries: () => [...all()],
    getEntriesByType: (type) => all().filter(({ entryType }) => entryType === type),
    getEntriesByName: (name, type) =>
      all().filter((entry) => entry.name === name && (type === undefined || entry.entryType === type)),
  };
}
