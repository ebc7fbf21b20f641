import type { ClassroomContract } from '../../../shared/classroom/contract';
import type { InputOf } from '../../../shared/kernel/contract';
import { instant } from '../../../shared/kernel/day';
import { is, type Where } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { viewerOf } from '../read-session';
import { headFields, sessionView, type Viewer } from '../rules/session';
import { store } from '../store';

type Which = InputOf<ClassroomContract['listSessions']>['which'];

/** Null when nothing can be there. */
function whereOf(which: Which, { personId, branchId, reach }: Viewer, at: string): Where | null {
  if (which === 'mine') return { memberIds: personId };
  if (which === 'taught') return { 'trainers.personId': personId };
  if (which !== 'arranged') {
    return { branchId: is.among([null, branchId]), sort: which === 'coming' ? is.above(at) : is.below(at) };
  }
  if (reach === 'everywhere') return { sort: is.above('') };
  return reach.length > 0 ? { branchId: is.among([...reach]) } : null;
}

export const listSessions: Handler<ClassroomContract['listSessions']> = async (input, { caller, now }) => {
  const { which, courseId, cursor, limit } = input;
  const viewer = viewerOf(caller);
  const asked = whereOf(which, viewer, instant(now));
  if (asked === null) return { items: [], next: null };
  const where = courseId === undefined ? asked : { ...asked, courseId };
  const { items, next } = await store.sessions.page({
    ...{ where, sortedBy: 'sort', direction: which === 'coming' ? 'asc' : 'desc', cursor, limit, fields: headFields },
  });
  return { items: items.map((session) => sessionView(session, undefined, viewer)), next };
};
