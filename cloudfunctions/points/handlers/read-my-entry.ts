import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { caseIdOf } from '../board/case-id';
import { ownEntry } from '../board/own-entry';
import { caseView } from '../rules/point-case';
import { cases } from '../store';

export const readMyEntry: Handler<PointsContract['readMyEntry']> = async ({ entryId }, { caller, now }) => {
  const { personId } = personOf(caller);
  const [entry, asked] = await Promise.all([ownEntry(entryId, personId, now), cases.read(caseIdOf(entryId))]);
  return { entry, pointCase: asked && caseView(asked) };
};
