import type { TrainingContract } from '../../../shared/training/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { mayAuthor } from '../authoring/draft';
import { storedPathView } from '../rules/path';
import { store } from '../store';

const mostPaths = 50;

export const listPaths: Handler<TrainingContract['listPaths']> = async (_, { caller }) => {
  const found = await store.paths.list({ where: { sort: is.above('') }, sortedBy: 'sort', limit: mostPaths });
  return { items: found.filter(({ branchId }) => mayAuthor(caller, branchId)).map(storedPathView) };
};
