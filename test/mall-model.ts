import { addDays, dayOf } from '../shared/kernel/day';
import type { Day } from '../shared/kernel/scalar';
import type { PointsModel } from './points-model';

export interface ModelGift {
  price: number;
  stock: number;
  limits: { person: number; month: number; year: number };
  sells: { from: Day; until: Day };
  isCode: boolean;
}
interface ModelRedemption {
  requestId: string;
  person: string;
  gift: string;
  on: Day;
  state: 'reserved' | 'fulfilled' | 'cancelled' | 'refunded';
  coins: Day[];
  code: { seenBy: string; seenAt: Date; isErased: boolean } | null;
}
interface ModelPool {
  kind: 'teamGift' | 'charity';
  target: number;
  perPerson: number;
  closesOn: Day;
  state: 'open' | 'reached' | 'handedOver' | 'returned';
  shares: { person: string; requestId: string; coins: Day[] }[];
}

/** The mall of the model: what people get for the coins of their purses, alone or together. */
export class MallModel {
  readonly redeemed: ModelRedemption[] = [];
  private readonly codes = new Set<string>();
  private readonly restocks = new Map<string, number>();
  private readonly plans = new Map<string, { price: number; on: Day }>();

  constructor(
    private readonly points: PointsModel,
    readonly gifts: Record<string, ModelGift>,
    readonly pools: Record<string, ModelPool>,
  ) {}

  redeem(person: string, name: string, requestId: string, seen: number | null, today: Day): string {
    const earlier = this.redeemed.find((one) => one.person === person && one.requestId === requestId);
    if (earlier) return earlier.gift === name ? 'ok' : 'request_id_reused';
    const gift = this.gifts[name];
    if (today > (this.points.spendBy.get(person) ?? today)) return 'spending_ended';
    if (!gift) return 'gift_not_found';
    if (today > gift.sells.until) return 'gift_sale_ended';
    if (today < gift.sells.from) return 'gift_sale_not_begun';
    if (gift.stock < 1) return 'gift_sold_out';
    const held = this.redeemed.filter((one) => one.person === person && one.gift === name && isHeld(one));
    const within = (length: number) => held.filter(({ on }) => on.slice(0, length) === today.slice(0, length)).length;
    const { person: ever, month, year } = gift.limits;
    if (within(0) >= ever || within(4) >= year || within(7) >= month) return 'gift_limit_reached';
    const coins = this.points.spendable(person, today).slice(0, gift.price);
    if (coins.length < gift.price) return 'points_not_enough';
    if (seen !== null && seen !== gift.price) return 'gift_changed';
    this.points.pay(person, `${person}.redeemed.${requestId}`, 'other', coins, 'mall', 0);
    gift.stock -= 1;
    this.redeemed.push({ requestId, person, gift: name, on: today, state: 'reserved', coins, code: null });
    return 'ok';
  }
  close(index: number, how: 'fulfilled' | 'cancelled' | 'refunded', pieceReturns: boolean): string {
    const one = this.redeemed[index];
    const gift = one && this.gifts[one.gift];
    if (!one || !gift) return 'redemption_not_found';
    if (how === 'fulfilled' && gift.isCode) return 'redemption_by_code';
    if (one.state !== (how === 'refunded' ? 'fulfilled' : 'reserved')) return 'redemption_closed';
    one.state = how;
    if (how === 'fulfilled') return 'ok';
    if (how === 'cancelled' || (pieceReturns && !gift.isCode)) gift.stock += 1;
    this.points.put(one.person, one.coins, 'mall', 0);
    return 'ok';
  }
  addCodes(name: string, codes: readonly string[]): string {
    const fresh = codes.filter((code) => !this.codes.has(code));
    for (const code of fresh) this.codes.add(code);
    const gift = this.gifts[name];
    if (gift) gift.stock += fresh.length;
    return `ok ${fresh.length}`;
  }
  reveal(person: string, index: number, requestId: string, now: Date): string {
    const one = this.redeemed[index];
    if (!one || one.person !== person || !this.gifts[one.gift]?.isCode) return 'redemption_not_found';
    if (one.state === 'cancelled') return 'redemption_closed';
    one.code ??= { seenBy: requestId, seenAt: now, isErased: false };
    if (one.state === 'reserved') one.state = 'fulfilled';
    return one.code.seenBy === requestId && !one.code.isErased ? 'ok' : 'code_seen_already';
  }
  restock(name: string, pieces: number, requestId: string): string {
    const gift = this.gifts[name];
    if (!gift || gift.isCode) return 'gift_stock_by_codes';
    const earlier = this.restocks.get(`${name} ${requestId}`);
    if (earlier !== undefined) return earlier === pieces ? 'ok' : 'request_id_reused';
    this.restocks.set(`${name} ${requestId}`, pieces);
    gift.stock += pieces;
    return 'ok';
  }
  planPrice(name: string, price: number, today: Day): string {
    this.plans.set(name, { price, on: addDays(today, 1) });
    return 'ok';
  }
  payIn(person: string, name: string, points: number, requestId: string, today: Day): string {
    if (this.points.spendBy.has(person)) return 'not_allowed';
    for (const [known, { shares }] of Object.entries(this.pools)) {
      const earlier = shares.find((share) => share.person === person && share.requestId === requestId);
      if (earlier) return known === name && earlier.coins.length === points ? 'ok' : 'request_id_reused';
    }
    if (!this.points.isKnown(person)) return 'points_not_enough';
    const pool = this.pools[name];
    if (pool?.state !== 'open' || today > pool.closesOn) return 'pool_closed';
    if (paidInto(pool) + points > pool.target) return 'pool_full';
    const own = { shares: pool.shares.filter((share) => share.person === person) };
    if (paidInto(own) + points > pool.perPerson) return 'pool_share_full';
    const coins = this.points.spendable(person, today).slice(0, points);
    if (coins.length < points) return 'points_not_enough';
    this.points.pay(person, `${person}.pooled.${requestId}`, 'other', coins, partyOf(pool), 0);
    pool.shares.push({ person, requestId, coins });
    if (paidInto(pool) === pool.target) pool.state = 'reached';
    return 'ok';
  }
  endPool(name: string, how: 'givenUp' | 'handedOver'): string {
    const pool = this.pools[name];
    const from = how === 'givenUp' ? ['open', 'reached'] : ['reached'];
    if (!pool || !from.includes(pool.state)) return 'pool_closed';
    if (how === 'handedOver') pool.state = 'handedOver';
    else this.giveBack(pool);
    return 'ok';
  }
  /** Prices of the day, pools past their last day, codes shown a day ago. */
  sweep(now: Date): void {
    const today = dayOf(now);
    for (const [name, { price, on }] of this.plans) {
      const gift = this.gifts[name];
      if (!gift || on > today) continue;
      gift.price = price;
      this.plans.delete(name);
    }
    for (const pool of Object.values(this.pools)) {
      if (pool.state !== 'open' || pool.closesOn >= today) continue;
      if (pool.kind === 'charity') pool.state = 'reached';
      else this.giveBack(pool);
    }
    for (const { code } of this.redeemed) {
      if (code && now.getTime() >= code.seenAt.getTime() + 24 * 3_600_000) code.isErased = true;
    }
  }
  private giveBack(pool: ModelPool): void {
    pool.state = 'returned';
    for (const { person, coins } of pool.shares) this.points.put(person, coins, partyOf(pool), 0);
  }
}

export const paidInto = ({ shares }: Pick<ModelPool, 'shares'>) =>
  shares.reduce((total, { coins }) => total + coins.length, 0);
const isHeld = ({ state }: ModelRedemption) => state === 'reserved' || state === 'fulfilled';
const partyOf = ({ kind }: ModelPool) => (kind === 'charity' ? 'charity' : 'mall');
