import { contentIdOf } from '../cloudfunctions/community/content-id';
import { clubSortOf, type StoredClub } from '../cloudfunctions/community/rules/club';
import { personIdOf } from '../cloudfunctions/people/documents';
import { figures } from './company';

const idOf = (name: string) => personIdOf(figures.find((one) => one.name === name)?.employeeNumber ?? '');

type Key = 'running' | 'reading';

const story: { key: Key; name: string; about: string; organisers: string[]; members: string[] }[] = [
  {
    ...{ key: 'running', name: '跑步社', about: '每周三晚七点，钱塘江边五公里，跑不动的一起走。' },
    ...{ organisers: ['顾怀远'], members: ['顾怀远', '林晓', '赵启明', '钱惠'] },
  },
  {
    ...{ key: 'reading', name: '读书会', about: '每月一本，月底的周四中午带着饭来聊。' },
    ...{ organisers: ['钱惠', '陈一诺'], members: ['钱惠', '陈一诺', '周岚', '王磊'] },
  },
];

/** The club of the story. */
export const seededClubId = (key: Key) => contentIdOf('club', idOf('周岚'), `seed-club-${key}`);

/** What stands in a club's space, by the keys of the story's posts. */
export const clubOfPost: Readonly<Record<string, string>> = {
  hike: seededClubId('running'),
  reading: seededClubId('reading'),
};

export function clubsDocuments(): StoredClub[] {
  return story.map(({ key, name, about, organisers, members }) => {
    const _id = seededClubId(key);
    return {
      ...{ _id, name, about, sort: clubSortOf(name, _id), lastRequestId: `seed-club-${key}` },
      organisers: organisers.map((one) => ({ personId: idOf(one), name: one })),
      memberIds: members.map(idOf),
    };
  });
}
