import { dayOf, instant } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { companyValues } from '../company-values';
import { cardIdOf, type StoredThanks, type ThanksMonth } from '../documents';
import { composeThanks, monthWith, sameThanks, type ThanksRequest, thanksView } from '../rules/send-thanks';
import { store } from '../store';
import { finishSending } from '../thanks/finish-sending';

/** How often another card of the same person may be faster. */
const tries = 3;

export const sendThanks: Handler<RecognitionContract['sendThanks']> = async (input, { caller, now }) => {
  const { personId, name } = personOf(caller);
  const { requestId, ...said } = input;
  const cardId = cardIdOf(personId, requestId);
  const request: ThanksRequest = { ...said, cardId, from: { personId, name }, at: instant(now) };
  const sent = await store.thanks.read(cardId);
  if (sent) return thanksView(sameThanks(sent, request), personId);

  const [colleagues, verdict, values] = await Promise.all([
    ask('people', 'readColleagues', { personIds: [...said.toPersonIds] }, now),
    ask('wechat', 'checkText', { personId, scene: 'log', text: said.words }, now),
    companyValues(),
  ]);
  if (!colleagues.ok || !verdict.ok) return refuse('wait_and_repeat');
  const sending = composeThanks(request, colleagues.data.items, values, verdict.data.suggest);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const month = await openMonth(personId, now);
    if (month.pending !== null) {
      const outcome = await finishSending(month, now);
      if (outcome === 'later') return refuse('wait_and_repeat');
      if (month.pending.card._id === cardId) return answer(outcome, request);
      continue;
    }
    const taken = await takeMonth(month, monthWith(month, sending));
    if (taken) return answer(await finishSending(taken, now), request);
  }
  return refuse('wait_and_repeat');
};

function answer(outcome: Awaited<ReturnType<typeof finishSending>>, request: ThanksRequest) {
  if (outcome === 'later') return refuse('wait_and_repeat');
  if (typeof outcome === 'string') return refuse(outcome);
  const card: StoredThanks = sameThanks(outcome, request);
  return thanksView(card, request.from.personId);
}

async function openMonth(personId: string, now: Date): Promise<ThanksMonth> {
  const _id = `${personId}.${dayOf(now).slice(0, 7)}`;
  const empty: ThanksMonth = { _id, sent: {}, version: 0, pending: null, pendingSince: null };
  return (await store.months.read(_id)) ?? empty;
}

/** The month with the card on its way; null when another card of this person was faster. */
async function takeMonth(before: ThanksMonth, after: ThanksMonth): Promise<ThanksMonth | null> {
  const { _id, sent, version, pending, pendingSince } = after;
  const changed = await store.months.changeOne(
    { _id, version: before.version },
    { sent: by.exactly(sent), version, pending: by.exactly(pending), pendingSince },
  );
  if (changed || before.version > 0) return changed;
  return (await store.months.insert(after)) ? after : null;
}
