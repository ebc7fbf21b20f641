import { store } from '../store';

const atOnce = 50;

/**
 * Removes the departments that a batch made and nobody works in any more; the others are everybody's from now on. True
 * once none is left to look at.
 */
export async function clearDepartments(batchId: string): Promise<boolean> {
  const made = await store.departments.list({ where: { batchId }, limit: atOnce });
  for (const { _id } of made) {
    const [employment] = await store.employments.list({ where: { departmentId: _id }, limit: 1 });
    if (employment) await store.departments.changeOne({ _id, batchId }, { batchId: null });
    else await store.departments.removeAll({ _id, batchId });
  }
  return made.length < atOnce;
}
