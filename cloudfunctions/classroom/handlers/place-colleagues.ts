import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { colleaguesOf } from '../colleagues';
import { placeKeyOf } from '../documents';
import { arrangedSession, ownView, viewerOf } from '../read-session';
import { settleWhole } from '../roll/settle';
import { placing } from '../rules/placing';
import { store } from '../store';

/** How often others may be faster before HR is asked to try again. */
const tries = 3;

export const placeColleagues: Handler<ClassroomContract['placeColleagues']> = async (input, { caller, now }) => {
  const { sessionId, personIds, requestId } = input;
  const viewer = viewerOf(caller);
  const colleagues = await colleaguesOf(personIds, now);
  const asked = colleagues.map((person) => ({ person, key: placeKeyOf(person.personId, requestId) }));
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const session = await arrangedSession(sessionId, viewer);
    const placed = placing(session, asked, instant(now));
    if (placed === null) return ownView(session, viewer);
    const { parts, memberIds, gone, announcement, ...change } = placed;
    const fields = Object.entries(parts).map(([field, part]) => [field, by.exactly(part)]);
    const changed = await store.sessions.changeOne(
      { _id: sessionId, version: session.version },
      {
        ...{ ...change, ...Object.fromEntries(fields), memberIds: by.appending(memberIds) },
        ...{ gone: by.exactly(gone), announcements: by.appending([announcement]) },
      },
    );
    if (!changed) continue;
    await settleWhole(changed, now);
    return ownView(changed, viewer);
  }
  return refuse('wait_and_repeat');
};
