import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { fingerprintOf, improvementIdOf, type StoredImprovement, wholeCompany } from '../documents';
import { followImprovement } from '../improvements';
import { aboutInWords, improvementView } from '../rules/improvement';
import { store } from '../store';

export const openImprovement: Handler<ExitContract['openImprovement']> = async (input, { caller, now }) => {
  const { requestId, ...terms } = input;
  const { personId: openedById } = personOf(caller);
  const [_id, fingerprint] = [improvementIdOf(openedById, requestId), fingerprintOf(terms)];
  const earlier = await store.improvements.read(_id);
  if (earlier) return earlier.fingerprint === fingerprint ? improvementView(earlier) : refuse('request_id_reused');
  const [board, colleagues] = await Promise.all([
    store.boards.read(wholeCompany),
    ask('people', 'readColleagues', { personIds: [terms.ownerPersonId] }, now),
  ]);
  if (!colleagues.ok) return refuse('wait_and_repeat');
  const [owner] = colleagues.data.items;
  if (!owner) return refuse('colleague_not_found');
  const openedAt = instant(now);
  const improvement: StoredImprovement = {
    ...{ _id, fingerprint, openedById, ...terms, ownerName: owner.name, openedAt },
    aboutWords: aboutInWords(terms.about, board?.shown ?? null),
    ...{
      doneOn: null,
      result: null,
      reports: [],
      hasOwnerLeft: false,
      turn: 0,
      formerOwners: [],
      version: 1,
      requestIds: [],
      sort: `${openedAt}.${_id}`,
      pendingSince: openedAt,
    },
  };
  if (!(await store.improvements.insert(improvement))) return refuse('wait_and_repeat');
  await followImprovement(improvement, now);
  return improvementView(improvement);
};
