import type { Day, Instant } from '../../shared/kernel/scalar';

const shanghaiOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** The company lives in Asia/Shanghai, wherever the phone is. */
const inShanghai = (moment: Date) => new Date(moment.getTime() + shanghaiOffsetMs);
const two = (n: number) => String(n).padStart(2, '0');

/** Today in Asia/Shanghai by the phone's clock: for words only, no rule reads it. */
export function todayOf(now: Date): Day {
  return inShanghai(now).toISOString().slice(0, 10);
}

/** `11月21日`, with the year when it is not this one. */
export function dayInWords(day: Day, today: Day): string {
  const [year, month, date] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return year === today.slice(0, 4) ? short : `${year}年${short}`;
}

export function weekdayInWords(day: Day): string {
  return `星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`;
}

/** `今天 14:05`, `昨天 09:30`, `11月3日 18:00`. */
export function momentInWords(moment: Instant, now: Date): string {
  const local = inShanghai(new Date(moment));
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  const day = local.toISOString().slice(0, 10);
  const today = todayOf(now);
  if (day === today) return `今天 ${time}`;
  if (day === todayOf(new Date(now.getTime() - dayMs))) return `昨天 ${time}`;
  return `${dayInWords(day, today)} ${time}`;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysUntil(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** A greeting that fits the hour in Asia/Shanghai. */
export function greetingOf(now: Date): string {
  const hour = inShanghai(now).getUTCHours();
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}
