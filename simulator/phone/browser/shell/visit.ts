import type { Network, PrivacyState, Theme, UpdateMode } from '../bridge';

/** What this tab's address says: whose phone, which page, how much of the surroundings. */
export interface Visit {
  openId: string;
  startUrl: string | undefined;
  /** WeChat's number for how the program was opened. */
  scene: number;
  /** Only the phone, filling the window: for journeys and screenshots. */
  bare: boolean;
  width: number;
  theme: Theme;
  textScale: number;
  network: Network;
  location: { latitude: number; longitude: number };
  privacy: PrivacyState;
  updates: UpdateMode;
  timeZone: string | undefined;
}

/** Widths a screen can be given, in px: small, usual and large phone, tablet. */
export const WIDTHS = [320, 390, 430, 768] as const;
/** Text sizes of WeChat: standard, two steps up, care mode. */
export const TEXT_SCALES = [1, 1.2, 1.4] as const;
const NETWORKS: readonly Network[] = ['wifi', 'weak', 'none'];
/** Where a phone is that nobody has put elsewhere: People's Square, Shanghai. */
const SOMEWHERE = { latitude: 31.2304, longitude: 121.4737 };
/** From WeChat's list of programs. */
const USUAL_SCENE = 1001;
/** In Moments, and from there on into the program. */
export const MOMENTS_SCENE = 1154;
export const FROM_MOMENTS_SCENE = 1155;
/** From a card in a chat. */
export const CARD_SCENE = 1007;
const REMEMBERED = 'phone:as';

/** Reads the address; a tab without a person becomes a visitor of its own. */
export function readVisit(): Visit {
  const query = new URLSearchParams(location.search);
  const openId = query.get('as') || sessionStorage.getItem(REMEMBERED) || newVisitor();
  sessionStorage.setItem(REMEMBERED, openId);
  const page = query.get('page')?.replace(/^\//, '');
  const width = Number(query.get('width'));
  return {
    openId,
    startUrl: page === undefined || page === '' ? undefined : page,
    scene: Number(query.get('scene')) || USUAL_SCENE,
    bare: query.get('frame') === 'bare',
    width: WIDTHS.find((known) => known === width) ?? 390,
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    textScale: TEXT_SCALES.find((known) => known === Number(query.get('text'))) ?? 1,
    network: NETWORKS.find((known) => known === query.get('network')) ?? 'wifi',
    location: readPoint(query.get('at')) ?? SOMEWHERE,
    privacy: query.get('privacy') === 'agreed' ? 'agreed' : 'ask',
    updates: query.get('updates') === 'tell' ? 'tell' : 'apply',
    timeZone: readZone(query.get('zone')),
  };
}

/** A point written as `latitude,longitude` in degrees; undefined when it is none on earth. */
export function readPoint(written: string | null): Visit['location'] | undefined {
  const [, first, second] = /^\s*(-?[\d.]+)\s*[,，]\s*(-?[\d.]+)\s*$/.exec(written ?? '') ?? [];
  const [latitude, longitude] = [Number(first), Number(second)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** An IANA name; undefined for the machine's own zone and for what is none. */
export function readZone(written: string | null): string | undefined {
  if (written === null || written === '') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** An openId nobody has had before. */
export function newVisitor(): string {
  return `visitor-${crypto.randomUUID().slice(0, 8)}`;
}

/** The address of this phone with something changed; undefined removes. */
export function address(changes: Record<string, string | undefined>): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  return `/?${query.toString().replace(/%2F/g, '/')}`;
}

/** Keeps a setting in the address without opening it, so that a reload comes back to it. */
export function rememberSetting(name: string, value: string): void {
  history.replaceState(history.state, '', address({ [name]: value }));
}

/** Keeps the open page in the address, so that a reload comes back to it. */
export function rememberPage(openId: string, url: string): void {
  const wanted = address({ as: openId, page: `/${url}` });
  // A page tells its look several times while it opens; writing the address is dear.
  if (wanted !== `/${location.search}`) history.replaceState(history.state, '', wanted);
}
