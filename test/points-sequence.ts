import type { Answer } from '../shared/kernel/contract';
import { addDays, dayOf } from '../shared/kernel/day';
import { freshRequest, type Mall } from './mall';
import { MallModel } from './mall-model';
import { type Decisions, PointsModel } from './points-model';
import { people } from './points-steps';

/** What was answered, and what the model says. */
export type Both = [answered: string, expected: string];

const always = { from: '1970-01-01', until: '9999-12-31' };
const unlimited = { person: Infinity, month: Infinity, year: Infinity };
const orNull = (limit: number) => (Number.isFinite(limit) ? limit : null);

/** The people and things of one sequence of steps, in the mall and in the model. */
export class Sequence {
  readonly model: PointsModel;
  readonly mallModel: MallModel;
  /** In the order of the model's redemptions. */
  readonly redemptionIds: string[] = [];
  /** The codes that were shown, by the place of their redemption. */
  readonly codeOf = new Map<number, string>();
  private readonly poolIds = new Map<string, string>();

  /** `round` keeps one sequence apart from another in the same mall; what HR decides holds for all of them. */
  constructor(
    readonly mall: Mall,
    readonly round: number,
    readonly decisions: Decisions,
  ) {
    const today = dayOf(new Date());
    this.model = new PointsModel(new Set([this.own('yu')]), decisions);
    const gift = { stock: 4, limits: unlimited, sells: always, isCode: false };
    const season = { from: addDays(today, 1), until: addDays(today, 60) };
    const gifts = {
      pin: { ...gift, price: 3, stock: 2, limits: { person: 3, month: 1, year: Infinity } },
      mug: { ...gift, price: 8, stock: 9, limits: { person: Infinity, month: Infinity, year: 1 } },
      lamp: { ...gift, price: 5, sells: season },
      card: { ...gift, price: 2, stock: 0, isCode: true },
    };
    const isOpen = { state: 'open' as const };
    this.mallModel = new MallModel(this.model, gifts, {
      cake: { ...isOpen, kind: 'teamGift', target: 10, perPerson: 6, closesOn: addDays(today, 50), shares: [] },
      trees: {
        ...isOpen,
        kind: 'charity',
        target: Infinity,
        perPerson: Infinity,
        closesOn: addDays(today, 80),
        shares: [],
      },
    });
  }

  async open(): Promise<void> {
    for (const name of people) await this.seat(name, {});
    for (const [name, { price, stock, limits, sells, isCode }] of Object.entries(this.mallModel.gifts)) {
      const { person, month, year } = limits;
      await this.mall.putOnShelf({
        ...{ _id: this.own(name), stock, costPoints: price, handing: isCode ? 'code' : 'pickUp' },
        ...{ perPersonLimit: orNull(person), monthlyLimit: orNull(month), yearlyLimit: orNull(year) },
        ...(sells === always ? {} : { saleFrom: sells.from, saleUntil: sells.until }),
      });
    }
    for (const [name, { kind, target, perPerson, closesOn }] of Object.entries(this.mallModel.pools)) {
      const limits = { targetPoints: orNull(target), perPersonPoints: orNull(perPerson) };
      const said = { kind, name, description: '', valueFen: 0, branchId: null, closesOn, ...limits };
      this.poolIds.set(name, (await this.mall.tell('o-hr', 'openPool', { ...said, requestId: freshRequest() }))._id);
    }
  }

  own = (name: string) => `${name}${this.round}`;
  ofPerson = (name: string) => `o-${this.own(name)}`;
  poolId = (pool: string) => this.poolIds.get(pool) ?? '';
  seat = (name: string, more: object) =>
    this.mall.stage.seat({
      ...{ _id: this.ofPerson(name), personId: this.own(name), name, isManager: name === 'yu' },
      ...more,
    });
}

/** `ok`, with a figure of the answer where there is one; otherwise why it was refused. */
export function said<Data>(answer: Answer<Data>, figureOf?: (data: Data) => number): string {
  if (!answer.ok) return answer.code;
  return figureOf ? `ok ${figureOf(answer.data)}` : 'ok';
}
