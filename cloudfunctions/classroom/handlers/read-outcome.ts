import type { ClassroomContract } from '../../../shared/classroom/contract';
import type { Handler } from '../../platform/serve';
import { taughtSession, viewerOf } from '../read-session';
import { outcomeOf } from '../rules/results';

export const readOutcome: Handler<ClassroomContract['readOutcome']> = async ({ sessionId }, { caller }) =>
  outcomeOf(await taughtSession(sessionId, viewerOf(caller)));
