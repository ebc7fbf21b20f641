import type { Club } from '../../../../shared/community/club-calls';
import { figure } from '../../../wording/figure';

/** A club as a list and its own page show it. */
export function clubRow(club: Club) {
  const { _id, name, about, organisers, members, isMember, mayOrganise } = club;
  return {
    ...{ _id, name, about, isMember, mayOrganise, organisers },
    people: `${figure(members)} 人 · 组织者 ${organisers.map((one) => one.name).join('、')}`,
  };
}
export type ClubRow = ReturnType<typeof clubRow>;
