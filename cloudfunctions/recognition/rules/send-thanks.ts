import { formerColleague } from '../../../shared/community/byline-calls';
import type { Instant } from '../../../shared/kernel/scalar';
import type { ColleagueFacts } from '../../../shared/people/colleagues';
import type { CardDesign, CompanyValue, ThankYouCard } from '../../../shared/recognition/thanks';
import { cardsPerPairAndMonth } from '../../../shared/recognition/thanks';
import { refuse } from '../../../shared/refusal';
import type { ReceivedThanks, StoredThanks, ThanksMonth } from '../documents';

/** Who thanks whom, with what. */
export interface ThanksRequest {
  cardId: string;
  from: { personId: string; name: string };
  toPersonIds: readonly string[];
  valueId: string;
  design: CardDesign;
  words: string;
  pointsEach: number;
  at: Instant;
}

/** Refuses a card to oneself, to somebody who does not work here, or without a value of the company. */
export function composeThanks(
  request: ThanksRequest,
  colleagues: readonly ColleagueFacts[],
  values: readonly CompanyValue[],
  suggest: 'pass' | 'review' | 'risky',
): { card: StoredThanks; received: ReceivedThanks[] } {
  const { cardId, from, toPersonIds, valueId, design, words, pointsEach, at } = request;
  if (toPersonIds.includes(from.personId)) refuse('thanks_to_oneself');
  const value = values.find(({ _id, isInUse }) => _id === valueId && isInUse);
  if (!value) refuse('company_value_not_found');
  if (suggest === 'risky') refuse('text_refused');
  const receivers = [...new Set(toPersonIds)].map(
    (id) => colleagues.find(({ personId }) => personId === id) ?? refuse('colleague_not_found'),
  );
  const sort = `${at}.${cardId}`;
  const isShown = suggest === 'pass';
  const card: StoredThanks = {
    _id: cardId,
    ...{ from, fromId: from.personId, design, words, pointsEach, at, sort },
    to: receivers.map(({ personId, name }) => ({ personId, name })),
    valueName: value.name,
    state: isShown ? 'shown' : 'inReview',
    takenDownReason: null,
    boosters: [],
    unnamedIds: [],
    boostPointsEach: 0,
    isGiven: pointsEach === 0,
    judgedBy: null,
    pendingSince: at,
  };
  const received = receivers.map(({ personId, managerPersonId }) => ({
    ...{ _id: `${cardId}.${personId}`, cardId, toId: personId, managerId: managerPersonId, isShown, sort },
    ...{ fromId: from.personId, fromName: from.name, valueName: value.name },
  }));
  return { card, received };
}

/** The month with the card on its way. Refuses one card too many to the same colleague. */
export function monthWith(month: ThanksMonth, sending: NonNullable<ThanksMonth['pending']>): ThanksMonth {
  const sent = { ...month.sent };
  for (const { personId, name } of sending.card.to) {
    const count = (Object.hasOwn(sent, personId) ? sent[personId] : undefined) ?? 0;
    if (count >= cardsPerPairAndMonth) refuse('thanks_limit_reached', { name, limit: cardsPerPairAndMonth });
    sent[personId] = count + 1;
  }
  return { ...month, sent, version: month.version + 1, pending: sending, pendingSince: sending.card.at };
}

/** The month after the card on its way could not be sent. */
export function monthWithout(month: ThanksMonth): ThanksMonth {
  const sent = { ...month.sent };
  for (const { personId } of month.pending?.card.to ?? []) sent[personId] = Math.max(0, (sent[personId] ?? 0) - 1);
  return { ...month, sent, version: month.version + 1, pending: null, pendingSince: null };
}

/** A repeat must say the same as the first time. */
export function sameThanks(card: StoredThanks, request: ThanksRequest): StoredThanks {
  const receivers = new Set(request.toPersonIds);
  const isSame =
    card.words === request.words &&
    card.design === request.design &&
    card.to.length === receivers.size &&
    card.to.every(({ personId }) => receivers.has(personId));
  return isSame ? card : refuse('request_id_reused');
}

/** The card as one person sees it: who gave it and who got it keep the names, as on a card of paper. */
export function thanksView(card: StoredThanks, viewerId: string): ThankYouCard {
  const { fromId, sort, boosters, isGiven, judgedBy, pendingSince, unnamedIds, ...shown } = card;
  const isTheirs = [card.from, ...card.to].some(({ personId }) => personId === viewerId);
  const named = (person: StoredThanks['from']) =>
    isTheirs || !unnamedIds.includes(person.personId) ? person : { personId: null, name: formerColleague };
  return {
    ...shown,
    from: named(card.from),
    to: card.to.map(named),
    boosts: boosters.length,
    boostedByMe: boosters.includes(viewerId),
  };
}
