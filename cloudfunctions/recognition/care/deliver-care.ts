import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask, deliver } from '../../platform/outbox';
import type { StoredCare } from '../documents';
import { delivery } from '../rules/care-rule';
import { careTitles } from '../rules/care-titles';
import { store } from '../store';
import { tell, tellDepartment } from '../tell';
import { carePage, drawNumber, markForCheck } from './draw-gift-card';
import { inviteToSign } from './invite-to-sign';

const atOnce = 20;

/** The card becomes its person's, and everybody who is to know hears of it. Safe to repeat. */
export async function deliverCare(card: StoredCare, at: Instant, now: Date): Promise<boolean> {
  const delivered = await store.care.changeOne({ _id: card._id, state: 'gathering' }, delivery(card, at));
  return finishDelivery(delivered ?? card, now);
}

/** Points, the person, then those around: each under a key of its own, so that nothing comes twice. */
async function finishDelivery(card: StoredCare, now: Date): Promise<boolean> {
  const { _id, personId, isRewarded, pendingSince, deliveredAt } = card;
  if (pendingSince === null || deliveredAt === null) return true;
  const titles = careTitles(card);
  const isEarned = !isRewarded || (await earn(card, deliveredAt, now));
  if (card.owedCardId) {
    await drawNumber(card, now);
    await markForCheck(card.owedCardId, now);
  }
  const own = { factId: _id, kind: 'care' as const, page: carePage(_id), at: deliveredAt, title: titles.own };
  const line = `${card.giftCardId ? '附一张电子礼品卡。' : ''}${card.words}`.slice(0, 120);
  const isTold = isEarned && (await tell({ ...own, personIds: [personId], line }, now));
  const isKnown = isTold && (await tellAround(card, titles.around, now));
  if (!isKnown) return false;
  await store.care.changeOne({ _id, pendingSince }, { pendingSince: null });
  return true;
}

function earn({ _id, personId, occasion }: StoredCare, at: Instant, now: Date): Promise<boolean> {
  const requestId = `care-${_id}`.replace(/[^A-Za-z0-9-]/g, '-');
  const about = { birthday: '生日', anniversary: '入职周年', joined: '入职', promotion: '晋升', honour: '荣誉' };
  const line = occasion === 'trainingPassed' ? '培训通过' : about[occasion];
  const input = { factId: _id, rule: 'milestoneReached', personId, at, about: line, requestId };
  return deliver({ to: 'points', call: 'earn', input }, now);
}

async function tellAround(card: StoredCare, title: string, now: Date): Promise<boolean> {
  const { _id, personId, departmentId, told, deliveredAt } = card;
  const notice = { factId: `${_id}.around`, kind: 'care', at: deliveredAt ?? now.toISOString(), title } as const;
  const page = `/packages/recognition/pages/send-thanks/send-thanks?to=${personId}`;
  const line = '送一张感恩卡，说一句祝福吧';
  if (told === 'nobody') return true;
  if (told === 'manager') {
    const answer = await ask('people', 'readColleagues', { personIds: [personId] }, now);
    if (!answer.ok) return false;
    const managers = answer.data.items.flatMap(({ managerPersonId }) => managerPersonId ?? []);
    return tell({ ...notice, personIds: managers, line, page }, now);
  }
  return tellDepartment({ ...notice, line, page }, { departmentId, except: personId }, now);
}

/** The cards whose day has come. Who left meanwhile gets none, and nobody hears of it. */
export async function deliverDue(today: string, now: Date): Promise<number> {
  const due = await store.care.list({
    where: { state: 'gathering', sort: is.between('', `${today}.\uffff`) },
    sortedBy: 'sort',
    limit: atOnce,
  });
  if (due.length === 0) return 0;
  const personIds = [...new Set(due.map(({ personId }) => personId))];
  const here = await ask('people', 'readColleagues', { personIds }, now);
  if (!here.ok) return 0;
  const present = new Set(here.data.items.map(({ personId }) => personId));
  for (const card of due) {
    if (present.has(card.personId)) await deliverCare(card, now.toISOString(), now);
    else await store.care.removeAll({ _id: card._id, state: 'gathering' });
  }
  return due.length;
}

/** What was cut off: invitations to sign, and deliveries. */
export async function finishDeliveries(quietSince: Instant, now: Date): Promise<number> {
  const cards = await store.care.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(cards, (card) => (card.state === 'gathering' ? inviteToSign(card, now) : finishDelivery(card, now)));
  return cards.length;
}
