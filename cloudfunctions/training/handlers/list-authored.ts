import type { TrainingContract } from '../../../shared/training/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { courseLine } from '../rules/draft-view';
import { store } from '../store';

const fields = [
  'title',
  'state',
  'branchId',
  'lessonCount',
  'questionCount',
  'draftVersion',
  'published',
  'changedAt',
  'sort',
] as const;

export const listAuthored: Handler<TrainingContract['listAuthored']> = async ({ cursor, limit }, { caller }) => {
  const { reach } = caller;
  const where = reach === 'everywhere' ? { sort: is.above('') } : { branchId: is.among([...reach]) };
  const page = await store.courses.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit, fields });
  return { items: page.items.map(courseLine), next: page.next };
};
