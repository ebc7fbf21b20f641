import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { newSave, saveIdOf } from '../rules/save';
import { saves } from '../store';
import { visiblePost } from '../visible-post';

export const savePost: Handler<CommunityContract['savePost']> = async ({ postId, isSaved }, { caller, now }) => {
  const { personId } = personOf(caller);
  if (!isSaved) {
    await saves.removeAll({ _id: saveIdOf(personId, postId) });
    return { isSavedByMe: false };
  }
  await visiblePost(postId, personId);
  await saves.insert(newSave(personId, postId, instant(now)));
  return { isSavedByMe: true };
};
