import { contentIdOf } from '../cloudfunctions/community/content-id';
import { openedClub, type StoredClub } from '../cloudfunctions/community/rules/club';
import { personIdOf } from '../cloudfunctions/people/documents';
import { addDays, dayOf, instant, momentOn } from '../shared/kernel/day';
import { figures } from './company';

const idOf = (name: string) => personIdOf(figures.find((one) => one.name === name)?.employeeNumber ?? '');

type Key = 'running' | 'reading' | 'boardGames';

const story: { key: Key; name: string; about: string; organisers: string[]; members: string[] }[] = [
  {
    ...{ key: 'running', name: '跑步社', about: '每周三晚七点，钱塘江边五公里，跑不动的一起走。' },
    ...{ organisers: ['顾怀远'], members: ['林晓', '赵启明', '钱惠'] },
  },
  {
    ...{ key: 'reading', name: '读书会', about: '每月一本，月底的周四中午带着饭来聊。' },
    ...{ organisers: ['钱惠', '陈一诺'], members: ['周岚', '王磊'] },
  },
  {
    ...{ key: 'boardGames', name: '桌游社', about: '周五下班后，四楼茶水间。' },
    ...{ organisers: ['赵启明'], members: [] },
  },
];

/** The club of the story. */
export const seededClubId = (key: Key) => contentIdOf('club', idOf('周岚'), `seed-club-${key}`);

/** What stands in a club's space, by the keys of the story's posts. */
export const clubOfPost: Readonly<Record<string, string>> = {
  hike: seededClubId('running'),
  reading: seededClubId('reading'),
};

/** One of them was closed three weeks ago: a closed club has no members left. */
export function clubsDocuments(now: Date): StoredClub[] {
  const today = dayOf(now);
  return story.map(({ key, organisers, members, ...written }) => {
    const led = organisers.map((name) => ({ personId: idOf(name), name }));
    const opening = { ...written, organisers: led, requestId: `seed-club-${key}`, lookOn: addDays(today, 1) };
    const club = openedClub({ _id: seededClubId(key), ...opening });
    if (key !== 'boardGames') return { ...club, memberIds: [...club.memberIds, ...members.map(idOf)] };
    const closedAt = instant(momentOn(addDays(today, -21), '18:10'));
    const reason = '周五凑不齐人了，想玩的来读书会，月底那次会留一小时。';
    return { ...club, state: 'closed', memberIds: [], closedAt, closedReason: reason, lookOn: null };
  });
}
