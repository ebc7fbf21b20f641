import type { Activity, ActivityKind, EnrolmentState } from '../../../../shared/activities/activity';
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
}

export function activityLine(activity: Activity, now: Date): ActivityLine {
  const { _id, title, kind, startsAt, endsAt, place, taken, quota, waiting, feePoints } = activity;
  const queue = waiting > 0 ? `，${waiting} 人候补` : '';
  const [starts, ends] = [momentInWords(startsAt, now), momentInWords(endsAt, now)];
  const isOneDay = starts.split(' ')[0] === ends.split(' ')[0];
  return {
    ...{ _id, title, place, kind: kindInWords[kind], mine: mineInWords(activity) },
    when: `${starts} – ${isOneDay ? (ends.split(' ')[1] ?? ends) : ends}`,
    seats: `已报 ${taken} / ${quota}${queue}`,
    fee: feePoints > 0 ? `${figure(feePoints)} 积分` : '免费',
  };
}

/** What the organiser's QR code says; the phone that scans it reads it back. */
export const codeText = (activityId: string, code: string) => `tonglu-check-in:${activityId}:${code}`;

/** The code in a scanned text, if it is one of this activity. */
export function codeIn(text: string, activityId: string): string | null {
  const [mark, id, code] = text.trim().split(':');
  return mark === 'tonglu-check-in' && id === activityId && code ? code : null;
}
