import type { Club } from '../../../../shared/community/club-calls';
import { momentInWords } from '../../../wording/day';
import { figure } from '../../../wording/figure';

function peopleInWords({ members, organisers, closed }: Club): string {
  if (closed) return `${momentInWords(closed.at, new Date())} 关闭`;
  const names = organisers.map(({ name }) => name).join('、');
  return `${figure(members)} 人 · ${names ? `组织者 ${names}` : '正在找组织者'}`;
}

/** A club as a list and its own page show it. */
export function clubRow(club: Club) {
  const { _id, name, about, organisers, isMember, mayOrganise, closed } = club;
  return {
    ...{ _id, name, about, isMember, mayOrganise, organisers },
    ...{ isClosed: closed !== null, closedReason: closed?.reason ?? '', people: peopleInWords(club) },
  };
}
export type ClubRow = ReturnType<typeof clubRow>;
