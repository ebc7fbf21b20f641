import type { ExitContract } from '../../../shared/exit/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { reasonIdOf, reasonListId } from '../documents';
import { currentReasons } from '../read-reasons';
import { changedReasons } from '../rules/reason-list';
import { store } from '../store';

export const changeExitReasons: Handler<ExitContract['changeExitReasons']> = async (input, { caller }) => {
  const { groups: wanted, seenVersion, requestId } = input;
  const list = await currentReasons();
  if (list.requestId === requestId) return list;
  if (list.version !== seenVersion) return refuse('exit_reasons_changed');
  const groups = changedReasons(list.groups, wanted, reasonIdOf);
  const version = seenVersion + 1;
  const said = { groups, version, requestId, changedById: personOf(caller).personId };
  const isFirst = seenVersion === 1 && (await store.reasonLists.insert({ _id: reasonListId, ...said }));
  if (isFirst) return { version, groups };
  const written = await store.reasonLists.changeOne(
    { _id: reasonListId, version: seenVersion },
    { ...said, groups: by.exactly(groups) },
  );
  return written ?? refuse('exit_reasons_changed');
};
