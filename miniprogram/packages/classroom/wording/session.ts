import type { Participant, Session } from '../../../../shared/classroom/session';
import { momentInWords } from '../../../wording/day';

/** What I have to do with it, in a word or none. */
function mineInWords({ mine, state, trainers }: Session, myId: string): string {
  if (state === 'cancelled') return '已取消';
  if (mine?.result) return mine.result.isPassed ? '已通过' : '未通过';
  if (mine?.signedInAt) return '已签到';
  if (mine) return mine.queuePlace === null ? '已报名' : `候补第 ${mine.queuePlace} 位`;
  return trainers.some(({ personId }) => personId === myId) ? '我主讲' : '';
}

/** How a row of the list and the head of the page read. */
export interface SessionLine {
  _id: string;
  title: string;
  when: string;
  place: string;
  trainers: string;
  seats: string;
  hours: string;
  mine: string;
}

export function sessionLine(session: Session, myId: string, now: Date): SessionLine {
  const { _id, title, startsAt, endsAt, place, trainers, taken, quota, waiting, hours } = session;
  const queue = waiting > 0 ? `，${waiting} 人候补` : '';
  const [starts, ends] = [momentInWords(startsAt, now), momentInWords(endsAt, now)];
  const isOneDay = starts.split(' ')[0] === ends.split(' ')[0];
  return {
    ...{
      _id,
      title,
      place,
      trainers: trainers.map(({ name }) => name).join('、'),
      mine: mineInWords(session, myId),
      hours: `${hours} 学时`,
    },
    when: `${starts} – ${isOneDay ? (ends.split(' ')[1] ?? ends) : ends}`,
    seats: `已报 ${taken} / ${quota}${queue}`,
  };
}

/** When somebody signed in, and how late. */
export function signedInInWords(
  { signedInAt, lateMinutes }: Pick<Participant, 'signedInAt' | 'lateMinutes'>,
  now: Date,
) {
  if (signedInAt === null) return '';
  const late = lateMinutes ? `，迟到 ${lateMinutes} 分钟` : '';
  return `${momentInWords(signedInAt, now)} 签到${late}`;
}

/** What a trainer's QR code says; the phone that scans it reads it back. */
export const codeText = (sessionId: string, code: string) => `tonglu-sign-in:${sessionId}:${code}`;

/** The code in a scanned text, if it is one of this session. */
export function codeIn(text: string, sessionId: string): string | null {
  const [mark, id, code] = text.trim().split(':');
  return mark === 'tonglu-sign-in' && id === sessionId && code ? code : null;
}
