import type { Branch } from '../../shared/people/branch-calls';
import { cloud } from './client';

/** All 分公司, the head office first; none where they cannot be read now. */
export async function readBranches(): Promise<Branch[]> {
  const answer = await cloud.people.listBranches({});
  return answer.ok ? answer.data.items : [];
}
