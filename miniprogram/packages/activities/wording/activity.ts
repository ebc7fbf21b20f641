import type { Activity, ActivityKind, EnrolmentState, Fix } from '../../../../shared/activities/activity';
import { momentInWords } from '../../../wording/day';
import { figure } from '../../../wording/figure';

export const kindInWords: Record<ActivityKind, string> = {
  offline: '线下',
  online: '线上',
  charity: '公益',
  teamBuilding: '团建',
};

const partInWords: Record<EnrolmentState, string> = {
  seated: '已报名',
  waiting: '候补中',
  walkIn: '现场加入',
  left: '',
};

/** What I have to do with it, in a word or none. */
function mineInWords({ mine, state }: Activity): string {
  if (state === 'cancelled') return '已取消';
  if (mine === null) return '';
  if (mine.attendedAt !== null) return '已参加';
  return mine.queuePlace === null ? partInWords[mine.state] : `候补第 ${mine.queuePlace} 位`;
}

/** How a row of the list and the head of the page read. */
export interface ActivityLine {
  _id: string;
  title: string;
  kind: string;
  when: string;
  place: string;
  seats: string;
  fee: string;
  mine: string;
  /** Empty without a cover. */
  coverUrl: string;
}

export function activityLine(activity: Activity, now: Date): ActivityLine {
  const { _id, title, kind, startsAt, endsAt, place, taken, quota, waiting, feePoints } = activity;
  const queue = waiting > 0 ? `，${waiting} 人候补` : '';
  const [starts, ends] = [momentInWords(startsAt, now), momentInWords(endsAt, now)];
  const isOneDay = starts.split(' ')[0] === ends.split(' ')[0];
  return {
    ...{ _id, title, place, kind: kindInWords[kind], mine: mineInWords(activity), coverUrl: activity.coverUrl ?? '' },
    when: `${starts} – ${isOneDay ? (ends.split(' ')[1] ?? ends) : ends}`,
    seats: `已报 ${taken} / ${quota}${queue}`,
    fee: feePoints > 0 ? `${figure(feePoints)} 积分` : '免费',
  };
}

/** What the organiser's QR code says and the phone that scans it reads back; without a point: of the activity. */
export const codeText = (activityId: string, pointId: string, code: string) =>
  `tonglu-check-in:${activityId}:${code}${pointId ? `:${pointId}` : ''}`;

/** The code in a scanned text, if it is one of this activity, and of which point of its route. */
export function codeIn(text: string, activityId: string): { code: string; pointId: string } | null {
  const [mark, id, code, pointId = ''] = text.trim().split(':');
  return mark === 'tonglu-check-in' && id === activityId && code ? { code, pointId } : null;
}

/** What is read of the phone's position at a tap; null when the phone gives none. */
export async function measuredFix(): Promise<Fix | null> {
  const readAt = Date.now();
  const fix = await wx.getLocation({ type: 'gcj02', isHighAccuracy: true }).catch(() => null);
  if (!fix) return null;
  const { latitude, longitude, accuracy } = fix;
  const ageSeconds = Math.round((Date.now() - readAt) / 1000);
  return { latitude, longitude, accuracyMeters: Math.min(100_000, Math.round(accuracy)), ageSeconds };
}

export const noFixText = '没有拿到位置。可以在微信设置里允许，或者扫组织者的码。';
