import type { ClassroomContract } from '../../../shared/classroom/contract';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { taughtSession, viewerOf } from '../read-session';
import { partsInOrder } from '../rules/place';
import { exportHeader, exportRow } from '../rules/results';

export const exportParticipants: Handler<ClassroomContract['exportParticipants']> = async (
  { sessionId },
  { caller },
) => {
  const session = await taughtSession(sessionId, viewerOf(caller));
  const parts = partsInOrder(session);
  return {
    csv: spreadsheetOf(
      exportHeader,
      parts.map((part) => exportRow(session, part)),
    ),
    lines: parts.length,
  };
};
