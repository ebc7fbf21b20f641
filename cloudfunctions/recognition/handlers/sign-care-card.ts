import { isDeepStrictEqual } from 'node:util';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { signedBy, signView } from '../rules/sign-care';
import { store } from '../store';

/** How often colleagues who sign at the same moment may be faster. */
const tries = 8;

/** Only colleagues of the same department know of the card. Signing again replaces what one wrote. */
export const signCareCard: Handler<RecognitionContract['signCareCard']> = async (
  { careId, words },
  { caller, now },
) => {
  const { personId, name } = personOf(caller);
  const [colleagues, verdict] = await Promise.all([
    ask('people', 'readColleagues', { personIds: [personId] }, now),
    ask('wechat', 'checkText', { personId, scene: 'log', text: words }, now),
  ]);
  if (!colleagues.ok || !verdict.ok) return refuse('wait_and_repeat');
  // What WeChat is unsure about would need somebody to read a private wish; the person can say it otherwise.
  if (verdict.data.suggest === 'risky') return refuse('text_refused');
  const departmentId = colleagues.data.items[0]?.departmentId;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const card = await store.care.read(careId);
    if (!card || card.departmentId !== departmentId) return refuse('care_card_not_found');
    const signatures = signedBy(card, { personId, name, words });
    if (isDeepStrictEqual(signatures, card.signatures)) return signView(card, personId);
    const signed = await store.care.changeOne(
      { _id: careId, state: 'gathering', version: card.version },
      { signatures, version: by.adding(1) },
    );
    if (signed) return signView(signed, personId);
  }
  return refuse('wait_and_repeat');
};
