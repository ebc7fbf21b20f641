import type { EmploymentFacts } from '../../shared/people/leavers';
import { refuse } from '../../shared/refusal';
import { ask } from '../platform/outbox';

/** What people know of an employment; null where there is none. */
export async function employmentOf(employmentId: string, now: Date): Promise<EmploymentFacts | null> {
  const answer = await ask('people', 'readEmploymentFacts', { employmentIds: [employmentId] }, now);
  return answer.ok ? (answer.data.items[0] ?? null) : refuse('wait_and_repeat');
}
