import type { RecognitionContract } from '../../../shared/recognition/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { receivedPage } from '../thanks/received-page';

export const listTeamThanks: Handler<RecognitionContract['listTeamThanks']> = async ({ cursor, limit }, { caller }) => {
  const { personId } = personOf(caller);
  return receivedPage({ managerId: personId, isShown: true }, personId, cursor, limit);
};
