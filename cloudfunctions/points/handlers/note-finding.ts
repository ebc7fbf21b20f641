import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { namesOf } from '../board/names-of';
import { findingView, peopleNamed } from '../rules/board/stored-finding';
import { findings } from '../store';

/** 已看过: the note is all that follows. Nobody looks at what is about themselves. */
export const noteFinding: Handler<PointsContract['noteFinding']> = async (
  { findingId, note, requestId },
  { caller },
) => {
  const { personId, name } = personOf(caller);
  const known = await findings.read(findingId);
  if (!known) return refuse('finding_not_found');
  if (peopleNamed([known]).includes(personId)) refuse('finding_about_oneself');
  const looked = { state: 'lookedAt', note, lookedAtById: personId, lookedAtBy: name, noteRequestId: requestId };
  const noted = await findings.changeOne({ _id: findingId, state: 'open' }, looked);
  const finding = noted ?? (await findings.read(findingId)) ?? known;
  if (finding.noteRequestId !== requestId || finding.note !== note) refuse('finding_closed');
  return findingView(finding, await namesOf(peopleNamed([finding])));
};
