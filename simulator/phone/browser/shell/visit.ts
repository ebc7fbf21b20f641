/** What this tab's address says: whose phone, which page, how much of the surroundings. */
export interface Visit {
  openId: string;
  startUrl: string | undefined;
  /** Only the phone, filling the window: for journeys and screenshots. */
  bare: boolean;
  width: number;
}

/** Widths a phone can be given, in px: small, usual, large. */
export const WIDTHS = [320, 390, 430] as const;
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
    bare: query.get('frame') === 'bare',
    width: WIDTHS.find((known) => known === width) ?? 390,
  };
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

/** Keeps the open page in the address, so that a reload comes back to it. */
export function rememberPage(openId: string, url: string): void {
  history.replaceState(history.state, '', address({ as: openId, page: `/${url}` }));
}
