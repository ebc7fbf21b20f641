import { dayOf } from '../../../shared/kernel/day';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { onlyId, type StoredGuide } from '../documents';
import { guideView } from '../rules/guide';
import { store } from '../store';

export const changeGuide: Handler<OffboardingContract['changeGuide']> = async (input, { caller, now }) => {
  const { sections, seenVersion, requestId } = input;
  const { personId: changedBy } = personOf(caller);
  const view = (guide: StoredGuide) => guideView(guide, caller.person, dayOf(now));
  const written: StoredGuide = { _id: onlyId, version: seenVersion + 1, sections, changedBy, requestId };
  const { version, requestId: request } = written;
  const changed =
    seenVersion === 0
      ? (await store.guides.insert(written)) && written
      : await store.guides.changeOne(
          { _id: onlyId, version: seenVersion },
          { version, sections: by.exactly(sections), changedBy, requestId: request },
        );
  if (changed) return view(changed);
  const present = await store.guides.read(onlyId);
  return present?.requestId === requestId ? view(present) : refuse('guide_changed');
};
