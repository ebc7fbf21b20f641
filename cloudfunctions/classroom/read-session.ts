import { partOf } from '../../shared/kernel/places';
import { refuse } from '../../shared/refusal';
import { type Caller, personOf } from '../platform/caller';
import type { StoredSession } from './documents';
import { mayArrange, maySee, mayTeach, type SessionHead, sessionView, type Viewer } from './rules/session';
import { store } from './store';

export function viewerOf(caller: Caller): Viewer {
  const { personId, branchId } = personOf(caller);
  return { personId, branchId, reach: caller.reach };
}

/** A session that the caller may see, teach or arrange; any other is answered as if it were not there. */
async function sessionWhere(
  sessionId: string,
  viewer: Viewer,
  may: (session: SessionHead, viewer: Viewer) => boolean,
): Promise<StoredSession> {
  const session = await store.sessions.read(sessionId);
  return session && may(session, viewer) ? session : refuse('session_not_found');
}

export const visibleSession = (sessionId: string, viewer: Viewer) => sessionWhere(sessionId, viewer, maySee);
export const taughtSession = (sessionId: string, viewer: Viewer) => sessionWhere(sessionId, viewer, mayTeach);
export const arrangedSession = (sessionId: string, viewer: Viewer) => sessionWhere(sessionId, viewer, mayArrange);

/** The whole session as the caller sees it. */
export const ownView = (session: StoredSession, viewer: Viewer) =>
  sessionView(session, session.parts[partOf(viewer.personId)], viewer);
