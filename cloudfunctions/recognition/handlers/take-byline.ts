import type { RecognitionContract } from '../../../shared/recognition/contract';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

/** Cards that somebody gave, and cards that they got. It says how things are to be: told again, it changes nothing. */
export const takeByline: Handler<RecognitionContract['takeByline']> = async ({ fact: { personId, isNamed } }) => {
  const change = { unnamedIds: isNamed ? by.pulling(personId) : by.joining(personId) };
  await store.thanks.changeAll({ fromId: personId }, change);
  await store.thanks.changeAll({ 'to.personId': personId }, change);
  return {};
};
