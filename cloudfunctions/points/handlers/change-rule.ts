import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { decideVersion } from '../decide-version';
import { decisionOf, type StoredRule, versionId } from '../rules/rule-table';

export const changeRule: Handler<PointsContract['changeRule']> = ({ key, terms, ...decided }, { caller, now }) =>
  decideVersion<StoredRule>(key, decided.basedOn, now, {
    _id: versionId(key, decided.basedOn + 1),
    key,
    ...terms,
    ...decisionOf(decided, personOf(caller).personId, now),
  });
