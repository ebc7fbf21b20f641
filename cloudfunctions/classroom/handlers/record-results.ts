import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { partOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { taughtSession, viewerOf } from '../read-session';
import { settle } from '../roll/settle';
import { newResults } from '../rules/results';
import { store } from '../store';

/** What stands already is passed over, so that a repeat changes nothing. */
export const recordResults: Handler<ClassroomContract['recordResults']> = async (input, { caller, now }) => {
  const { sessionId, results } = input;
  const session = await taughtSession(sessionId, viewerOf(caller));
  const at = instant(now);
  if (session.state === 'cancelled') return refuse('session_cancelled');
  if (at < session.startsAt) return refuse('session_not_begun');
  const fresh = newResults(session, results);
  if (fresh.length === 0) return { recorded: results.length };
  const fields = fresh.flatMap(({ personId, ...result }) => {
    const field = `parts.${partOf(personId)}`;
    return [
      [`${field}.result`, by.exactly({ ...result, at })],
      [`${field}.duties`, by.joining('tell')],
    ];
  });
  const { version } = session;
  const recorded = await store.sessions.changeOne(
    { _id: sessionId, version },
    { ...Object.fromEntries(fields), version: version + 1, pendingSince: at },
  );
  if (!recorded) return refuse('wait_and_repeat');
  const personIds = fresh.map(({ personId }) => personId);
  await settle(recorded, personIds.slice(0, settledAtOnce), now);
  return { recorded: results.length };
};

/** Certificates and points for so many at once, the others with the next minute. */
const settledAtOnce = 5;
