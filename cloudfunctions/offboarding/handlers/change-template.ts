import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { onlyId, type StoredTemplate } from '../documents';
import { checkTemplate } from '../rules/template';
import { store } from '../store';

export const changeTemplate: Handler<OffboardingContract['changeTemplate']> = async (input, { caller }) => {
  const { rows, seenVersion, requestId } = input;
  checkTemplate(rows);
  const { personId: changedBy } = personOf(caller);
  const version = seenVersion + 1;
  const written: StoredTemplate = { _id: onlyId, version, rows, changedBy, requestId };
  const changed =
    seenVersion === 0
      ? (await store.templates.insert(written)) && written
      : await store.templates.changeOne(
          { _id: onlyId, version: seenVersion },
          { version, rows: by.exactly(rows), changedBy, requestId },
        );
  const present = changed || (await store.templates.read(onlyId));
  if (present?.requestId !== requestId) return refuse('clearance_template_changed');
  return { version: present.version, rows: present.rows };
};
