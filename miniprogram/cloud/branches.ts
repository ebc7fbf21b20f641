import type { Branch } from '../../shared/people/branch-calls';
import { keepAnswer, keptAnswer } from './cache';
import { cloud } from './client';

const keepAs = 'branches';

/** 分公司 as this phone read them last, the head office first; none before. */
export const knownBranches = (): Branch[] => keptAnswer<Branch[]>(keepAs)?.data ?? [];

/** All 分公司 as they are now; where they cannot be read, as this phone read them last. */
export async function readBranches(): Promise<Branch[]> {
  const answer = await cloud.people.listBranches({});
  if (!answer.ok) return knownBranches();
  keepAnswer(keepAs, answer.data.items);
  return answer.data.items;
}
