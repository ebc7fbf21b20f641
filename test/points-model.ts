import { addDays, dayOf, monthEnd, monthOf } from '../shared/kernel/day';
import type { Day } from '../shared/kernel/scalar';

/** What the rules say before HR ever decided: points, times a day, points a month, minutes in between. */
const terms = {
  checkIn: [5, 1, Infinity, 0],
  trainingPassed: [20, 2, 200, 0],
  newsRead: [2, 3, 60, 1],
  thankYouReceived: [2, 3, 30, 0],
} as const;
export type ModelRule = keyof typeof terms;

interface Line {
  person: string;
  coins: Day[];
  kind: 'came' | 'expired' | 'other';
  isVoided: boolean;
}

/** The points economy as coins: each point is one, known by the last day on which it can be spent. */
export class PointsModel {
  readonly purses = new Map<string, Day[]>();
  readonly lifetimes = new Map<string, number>();
  readonly lines = new Map<string, Line>();
  readonly redeemed: { requestId: string; person: string; gift: string; state: string; coins: Day[] }[] = [];
  private earnings: { person: string; rule: string; points: number; at: Date }[] = [];
  private gave: { from: string; to: string; points: number; month: string; factId: string }[] = [];
  private lastNight = '';

  /** `gifts`: price, pieces and how many one person may have. */
  constructor(readonly gifts: Record<string, { price: number; stock: number; limit: number }>) {}

  checkIn(person: string, now: Date): string {
    const isDone = this.lines.has(`${person}.checkIn.${dayOf(now)}`);
    return isDone ? 'checked_in_already' : this.earn(person, 'checkIn', dayOf(now), now, now);
  }
  earn(person: string, rule: ModelRule, factId: string, happened: Date, now: Date): string {
    const key = `${person}.${rule}.${factId}`;
    const known = this.lines.get(key);
    if (known) return `ok ${known.coins.length}`;
    const [points, times, monthly, cool] = terms[rule];
    const isCounted = happened <= now && dayOf(happened) >= addDays(dayOf(now), -7);
    const at = isCounted ? happened : now;
    const earlier = this.earnings.filter((one) => one.person === person && one.rule === rule);
    const inMonth = earlier.filter((one) => monthOf(dayOf(one.at)) === monthOf(dayOf(at)));
    if (earlier.filter((one) => dayOf(one.at) === dayOf(at)).length >= times) return 'dailyTimes';
    if ((inMonth.length + 1) * points > monthly) return 'monthlyPoints';
    if (cool > 0 && earlier.some((one) => one.at.getTime() > at.getTime() - cool * 60_000)) return 'coolDown';
    this.earnings.push({ person, rule, points, at });
    this.receive(person, key, Array<Day>(points).fill(monthEnd(dayOf(at), 12)));
    return `ok ${points}`;
  }
  give(from: string, to: readonly string[], points: number, factId: string, now: Date): string {
    if (this.gave.some((one) => one.factId === factId && one.from === from)) return 'ok';
    const month = monthOf(dayOf(now));
    const mine = this.gave.filter((one) => one.from === from && one.month === month);
    if (to.includes(from)) return 'giving_to_self';
    if (to.some((person) => sum(mine.filter((one) => one.to === person)) + points > 30)) return 'giving_pair_limit';
    if (sum(mine) + points * to.length > 50) return 'giving_not_enough';
    for (const person of to) {
      this.gave.push({ from, to: person, points, month, factId });
      const coins = Array<Day>(points).fill(monthEnd(dayOf(now), 12));
      this.receive(person, `${person}.received.${factId}.${from}`, coins);
    }
    return 'ok';
  }
  voidLine(key: string): string {
    const line = this.lines.get(key);
    if (!line) return 'entry_not_found';
    if (line.kind === 'other') return 'entry_not_voidable';
    if (line.isVoided) return 'entry_voided_already';
    line.isVoided = true;
    if (line.kind === 'expired') return this.put(line.person, line.coins, `ok ${-line.coins.length}`);
    const purse = this.purse(line.person);
    const own = purse.filter((ends) => ends === line.coins[0]).slice(0, line.coins.length);
    const others = purse.filter((ends) => ends !== line.coins[0]).slice(0, line.coins.length - own.length);
    this.take(line.person, [...own, ...others]);
    this.lifetimes.set(line.person, this.lifetime(line.person) - own.length - others.length);
    return `ok ${own.length + others.length}`;
  }
  /** What has ended goes, once a day. */
  night(today: Day): void {
    if (this.lastNight === today) return;
    this.lastNight = today;
    for (const [person, purse] of this.purses) {
      for (const ends of new Set(purse.filter((day) => day < today))) {
        const coins = purse.filter((day) => day === ends);
        const before = [...this.lines.keys()].filter((key) => key.startsWith(`${person}.expired.${ends}.`));
        this.lines.set(`${person}.expired.${ends}.${before.length}`, line(person, coins, 'expired'));
        this.take(person, coins);
      }
    }
  }
  redeem(person: string, gift: string, requestId: string, today: Day): string {
    const earlier = this.redeemed.find((one) => one.person === person && one.requestId === requestId);
    if (earlier) return earlier.gift === gift ? 'ok' : 'request_id_reused';
    const shelf = this.gifts[gift];
    if (!shelf || shelf.stock < 1) return 'gift_sold_out';
    const held = this.redeemed.filter((one) => one.person === person && one.gift === gift && one.state !== 'cancelled');
    if (held.length >= shelf.limit) return 'gift_limit_reached';
    const coins = this.spendable(person, today).slice(0, shelf.price);
    if (coins.length < shelf.price) return 'points_not_enough';
    this.take(person, coins);
    shelf.stock -= 1;
    this.redeemed.push({ requestId, person, gift, state: 'reserved', coins });
    return 'ok';
  }
  close(index: number, state: 'fulfilled' | 'cancelled'): string {
    const one = this.redeemed[index];
    const shelf = one && this.gifts[one.gift];
    if (!one || !shelf) return 'redemption_not_found';
    if (one.state !== 'reserved') return 'redemption_closed';
    one.state = state;
    if (state === 'fulfilled') return 'ok';
    shelf.stock += 1;
    return this.put(one.person, one.coins, 'ok');
  }
  purse = (person: string) => this.purses.get(person) ?? [];
  lifetime = (person: string) => this.lifetimes.get(person) ?? 0;
  spendable = (person: string, today: Day) => this.purse(person).filter((ends) => ends >= today);
  givingLeft = (person: string, month: string) =>
    50 - sum(this.gave.filter((one) => one.from === person && one.month === month));
  private receive(person: string, key: string, coins: Day[]): void {
    this.lines.set(key, line(person, coins, 'came'));
    this.lifetimes.set(person, this.lifetime(person) + coins.length);
    this.put(person, coins, 'ok');
  }
  private put(person: string, coins: readonly Day[], answer: string): string {
    this.purses.set(person, [...this.purse(person), ...coins].sort());
    return answer;
  }
  private take(person: string, coins: readonly Day[]): void {
    const left = [...this.purse(person)];
    for (const coin of coins) left.splice(left.indexOf(coin), 1);
    this.purses.set(person, left);
  }
}

const sum = (gifts: readonly { points: number }[]) => gifts.reduce((total, { points }) => total + points, 0);
const line = (person: string, coins: Day[], kind: Line['kind']): Line => ({ person, coins, kind, isVoided: false });
