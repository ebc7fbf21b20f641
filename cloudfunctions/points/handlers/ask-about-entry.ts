import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { caseIdOf } from '../board/case-id';
import { ownEntry } from '../board/own-entry';
import { caseView, freeSlot, openCase, openCasesLimit } from '../rules/point-case';
import { cases } from '../store';

/** Entry and slot are both unique: however many race, a line is asked about once and three cases are open at most. */
export const askAboutEntry: Handler<PointsContract['askAboutEntry']> = async (
  { entryId, question, requestId },
  { caller, now },
) => {
  const { personId, name: personName } = personOf(caller);
  const entry = await ownEntry(entryId, personId, now);
  const caseId = caseIdOf(entryId);
  for (let attempt = 0; attempt < openCasesLimit; attempt += 1) {
    const earlier = await cases.read(caseId);
    if (earlier?.requestId === requestId && earlier.question === question) return caseView(earlier);
    if (earlier) refuse('case_asked_already');
    const where = { personId, slot: is.startingWith('open-') };
    const open = await cases.list({ where, sortedBy: 'slot', limit: openCasesLimit });
    const asked = openCase({ caseId, personId, personName, entry, question, requestId }, freeSlot(open), now);
    if (await cases.insert(asked)) return caseView(asked);
  }
  return refuse('cases_open_too_many');
};
