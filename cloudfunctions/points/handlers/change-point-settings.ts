import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { decideVersion } from '../decide-version';
import { decisionOf, type StoredSettings, versionId } from '../rules/rule-table';

export const changePointSettings: Handler<PointsContract['changePointSettings']> = (
  { terms, ...decided },
  { caller, now },
) =>
  decideVersion<StoredSettings>('settings', decided.basedOn, now, {
    _id: versionId('settings', decided.basedOn + 1),
    key: 'settings',
    ...terms,
    ...decisionOf(decided, personOf(caller).personId, now),
  });
