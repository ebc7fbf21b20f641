const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Asia/Shanghai has had no summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS;
const MORNING_MS = 9 * 60 * MINUTE_MS;

/** Nine o'clock in Shanghai, `days` days after the day of `from`. */
export function morningAfter(from: Date, days: number): Date {
  const today = Math.floor((from.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS);
  return new Date((today + days) * DAY_MS + MORNING_MS - SHANGHAI_OFFSET_MS);
}

/** Reads a moment written with its zone (`2026-12-24T09:00:00+08:00`, or `…Z`); `undefined` when it is none. */
export function parseMoment(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
