import { personIdOf } from '../cloudfunctions/people/documents';
import { noticeIdOf } from '../cloudfunctions/today/entry-id';
import { type NoticeEntry, newNotice } from '../cloudfunctions/today/rules/entry';
import { instant } from '../shared/kernel/day';
import { toldNotices } from './today-story';

export interface TodayDocuments {
  todayEntries: NoticeEntry[];
}

/** The fact behind the so-manieth message that somebody was told in the story. */
export const seededFact = (employeeNumber: string, index: number) =>
  `seed-told-${employeeNumber}-${index}`.toLowerCase();

/** What the today context has stored by now, by its own rules. */
export function todayDocuments(now: Date): TodayDocuments {
  const counted = new Map<string, number>();
  const todayEntries = toldNotices.map(({ employeeNumber, hoursAgo, isRead, ...told }) => {
    const index = counted.get(employeeNumber) ?? 0;
    counted.set(employeeNumber, index + 1);
    const [personId, factId] = [personIdOf(employeeNumber), seededFact(employeeNumber, index)];
    const at = instant(new Date(now.getTime() - hoursAgo * 3_600_000));
    const notice = newNotice(
      { ...told, _id: noticeIdOf(personId, factId), personId, factId, happenedAt: at, at },
      null,
    );
    return isRead ? { ...notice, open: false, readAt: at } : notice;
  });
  return { todayEntries };
}
