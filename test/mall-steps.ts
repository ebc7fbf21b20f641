import { addDays, dayOf } from '../shared/kernel/day';
import { freshRequest } from './mall';
import { type Both, type Sequence, said } from './points-sequence';
import type { StepOf } from './points-steps';

/** What people get for their points, alone or together, through the function and through the model. */
export class MallSteps {
  constructor(private readonly on: Sequence) {}

  async redeem({ person, gift, request, seen }: StepOf<'redeem'>): Promise<Both> {
    const requestId = `redeem-${this.on.round}-${request}-00000000`;
    const before = this.on.mallModel.redeemed.length;
    const shown = seen === null ? {} : { seenCostPoints: seen };
    const asked = { giftId: this.on.own(gift), requestId, ...shown };
    const answer = await this.on.mall.ask(this.on.ofPerson(person), 'redeemGift', asked);
    const expected = this.on.mallModel.redeem(this.on.own(person), gift, requestId, seen, dayOf(new Date()));
    if (answer.ok && this.on.mallModel.redeemed.length > before) this.on.redemptionIds.push(answer.data.redemption._id);
    return [said(answer), expected];
  }

  redemptionAt(index: number) {
    const place = index % (this.on.redemptionIds.length + 1);
    return { place, redemptionId: this.on.redemptionIds[place] ?? 'r-none' };
  }

  async close({ index, how, pieceReturns }: StepOf<'close'>): Promise<Both> {
    const { place, redemptionId } = this.redemptionAt(index);
    const input = { redemptionId, requestId: freshRequest() };
    const calls = {
      fulfilled: () => this.on.mall.ask('o-hr', 'fulfilRedemption', input),
      cancelled: () => this.on.mall.ask('o-hr', 'cancelRedemption', { ...input, reason: '缺货' }),
      refunded: () => this.on.mall.ask('o-hr', 'refundRedemption', { ...input, reason: '坏了', pieceReturns }),
    };
    return [said(await calls[how]()), this.on.mallModel.close(place, how, pieceReturns)];
  }

  async reveal({ person, isOwner, card, request }: StepOf<'reveal'>): Promise<Both> {
    const cards = this.on.mallModel.redeemed.flatMap((one, place) => (one.gift === 'card' ? [{ ...one, place }] : []));
    const one = cards[card % Math.max(cards.length, 1)];
    const place = one?.place ?? 0;
    const asking = (isOwner ? one?.person : undefined) ?? this.on.own(person);
    const requestId = `reveal-${this.on.round}-${request}-00000000`;
    const redemptionId = this.on.redemptionIds[place] ?? 'r-none';
    const answer = await this.on.mall.ask(`o-${asking}`, 'revealCode', { redemptionId, requestId });
    if (answer.ok) this.on.codeOf.set(place, answer.data.code);
    return [said(answer), this.on.mallModel.reveal(asking, place, requestId, new Date())];
  }

  async addCodes({ first }: StepOf<'addCodes'>): Promise<Both> {
    const some = [first, first + 1].map((number) => `KA${this.on.round}-${number}`);
    const input = { giftId: this.on.own('card'), codes: some, requestId: freshRequest() };
    const answer = await this.on.mall.ask('o-hr', 'addGiftCodes', input);
    return [said(answer, ({ added }) => added), this.on.mallModel.addCodes('card', some)];
  }

  async restock({ gift, pieces, request }: StepOf<'restock'>): Promise<Both> {
    const requestId = `restock-${this.on.round}-${request}-00000000`;
    const answer = await this.on.mall.ask('o-hr', 'restockGift', { giftId: this.on.own(gift), pieces, requestId });
    return [said(answer), this.on.mallModel.restock(gift, pieces, requestId)];
  }

  async planPrice({ gift, price }: StepOf<'planPrice'>): Promise<Both> {
    const today = dayOf(new Date());
    const plan = { giftId: this.on.own(gift), costPoints: price, effectiveOn: addDays(today, 1), reason: '进价变了' };
    const answer = await this.on.mall.ask('o-hr', 'changeGiftPrice', { ...plan, requestId: freshRequest() });
    return [said(answer), this.on.mallModel.planPrice(gift, price, today)];
  }

  async payIn({ person, pool, points, request }: StepOf<'payIn'>): Promise<Both> {
    const requestId = `pay-${this.on.round}-${request}-00000000`;
    const answer = await this.on.mall.ask(this.on.ofPerson(person), 'payIntoPool', {
      ...{ poolId: this.on.poolId(pool), points, requestId },
    });
    return [said(answer), this.on.mallModel.payIn(this.on.own(person), pool, points, requestId, dayOf(new Date()))];
  }

  async endPool({ pool, how }: StepOf<'endPool'>): Promise<Both> {
    const input = { poolId: this.on.poolId(pool), requestId: freshRequest() };
    const answer =
      how === 'givenUp'
        ? await this.on.mall.ask('o-hr', 'closePool', { ...input, reason: '不办了' })
        : await this.on.mall.ask('o-hr', 'handOverPool', input);
    return [said(answer), this.on.mallModel.endPool(pool, how)];
  }
}
