import { addDays, dayOf, monthEnd, monthOf } from '../shared/kernel/day';
import type { Day } from '../shared/kernel/scalar';
import type { FactRuleKey } from '../shared/points/rules';

/** Points, times a day, points a month, minutes in between, and whether only managers are meant. */
export type Terms = readonly [points: number, daily: number, monthly: number, coolDown: number, isForManagers: boolean];
export type ModelRule = 'checkIn' | Extract<FactRuleKey, keyof typeof firstTerms>;

/** What the rules say before HR ever decided. */
const firstTerms = {
  checkIn: [5, 1, Infinity, 0, false],
  trainingPassed: [20, 2, 200, 0, false],
  newsRead: [2, 3, 60, 1, false],
  thankYouReceived: [2, 3, 30, 0, false],
  festivalQuiz: [10, Infinity, Infinity, 0, false],
} as const satisfies Record<string, Terms>;

/** Versions that HR decided, the latest last; they outlive the people of one sequence. */
export type Decisions = { rule: ModelRule; effectiveOn: Day; terms: Terms }[];
export type Party = 'issue' | 'mall' | 'charity' | 'expired' | 'void';

interface Line {
  person: string;
  coins: Day[];
  kind: 'came' | 'expired' | 'corrected' | 'other';
  isVoided: boolean;
}

/** The points economy as coins: each point is one, known by the last day on which it can be spent. */
export class PointsModel {
  readonly purses = new Map<string, Day[]>();
  readonly lifetimes = new Map<string, number>();
  readonly lines = new Map<string, Line>();
  /** What every party but the persons holds. */
  readonly parties = { issue: 0, mall: 0, charity: 0, expired: 0, void: 0 };
  /** The last day on which somebody who left may spend. */
  readonly spendBy = new Map<string, Day>();
  private earnings: { person: string; rule: string; points: number; at: Date }[] = [];
  private gave: { from: string; to: string; points: number; month: string; said: string; factId: string }[] = [];
  private giving = new Map<string, { month: string; left: number }>();
  private lastNight = '';

  constructor(
    private readonly managers: ReadonlySet<string>,
    private readonly decisions: Decisions,
  ) {}

  join(person: string, now: Date): string {
    const key = `${person}.joined`;
    if (!this.lines.has(key)) this.receive(person, key, 'came', endsAfter(20, dayOf(now)), 'issue');
    return 'ok';
  }
  /** Their last day was yesterday. */
  leave(person: string, today: Day): void {
    if (!this.spendBy.has(person)) this.spendBy.set(person, addDays(today, 29));
  }
  checkIn(person: string, now: Date): string {
    if (this.spendBy.has(person)) return 'not_allowed';
    const isDone = this.lines.has(`${person}.checkIn.${dayOf(now)}`);
    return isDone ? 'checked_in_already' : this.earn(person, 'checkIn', dayOf(now), now, now);
  }
  earn(person: string, rule: ModelRule, factId: string, happened: Date, now: Date, published?: number): string {
    const key = `${person}.${rule}.${factId}`;
    const known = this.lines.get(key);
    if (known) return `ok ${known.coins.length}`;
    const isCounted = happened <= now && dayOf(happened) >= addDays(dayOf(now), -7);
    const at = isCounted ? happened : now;
    const versions = this.decisions.filter((one) => one.rule === rule && one.effectiveOn <= dayOf(at));
    const [usual, daily, monthly, coolDown, isForManagers]: Terms = versions.at(-1)?.terms ?? firstTerms[rule];
    const points = usual > 0 ? (published ?? usual) : 0;
    if (points === 0) return 'ruleEnded';
    if (isForManagers && !this.isManager(person)) return 'audience';
    const earlier = this.earnings.filter((one) => one.person === person && one.rule === rule);
    const inMonth = earlier.filter((one) => monthOf(dayOf(one.at)) === monthOf(dayOf(at)));
    if (earlier.filter((one) => dayOf(one.at) === dayOf(at)).length >= daily) return 'dailyTimes';
    if (sum(inMonth) + points > monthly) return 'monthlyPoints';
    if (coolDown > 0 && earlier.some((one) => one.at.getTime() > at.getTime() - coolDown * 60_000)) return 'coolDown';
    this.earnings.push({ person, rule, points, at });
    return this.receive(person, key, 'came', endsAfter(points, dayOf(at)), 'issue');
  }
  give(from: string, to: readonly string[], points: number, factId: string, now: Date): string {
    const said = `${[...to].sort()} ${points}`;
    const earlier = this.gave.find((one) => one.factId === factId && one.from === from);
    if (earlier) return earlier.said === said ? 'ok' : 'request_id_reused';
    const month = monthOf(dayOf(now));
    const toEach = (person: string) =>
      this.gave.filter((one) => one.from === from && one.month === month && one.to === person);
    if (to.includes(from)) return 'giving_to_self';
    if (to.some((person) => sum(toEach(person)) + points > 30)) return 'giving_pair_limit';
    const left = this.givingLeft(from, month);
    if (left < points * to.length) return 'giving_not_enough';
    if (this.giving.get(from)?.month !== month) {
      this.lapse(from);
      this.parties.issue -= left;
    }
    this.giving.set(from, { month, left: left - points * to.length });
    for (const person of to) {
      this.gave.push({ from, to: person, points, month, said, factId });
      this.receive(person, `${person}.received.${factId}.${from}`, 'came', endsAfter(points, dayOf(now)), null);
    }
    return 'ok';
  }
  correct(person: string, points: number, requestId: string, now: Date): string {
    const key = `${person}.corrected.${requestId}`;
    const earlier = this.lines.get(key);
    const isAdding = points > 0;
    if (earlier) return points === signed(earlier) ? `ok ${points}` : 'request_id_reused';
    if (!this.isKnown(person)) return 'account_not_found';
    if (isAdding) return this.receive(person, key, 'came', endsAfter(points, dayOf(now)), 'issue');
    const coins = this.purse(person).slice(0, -points);
    if (coins.length < -points) return 'points_not_enough';
    this.lifetimes.set(person, this.lifetime(person) + points);
    return this.pay(person, key, 'corrected', coins, 'void', points);
  }
  voidLine(key: string): string {
    const line = this.lines.get(key);
    if (!line) return 'entry_not_found';
    const { person, coins, kind } = line;
    if (kind === 'other') return 'entry_not_voidable';
    if (line.isVoided) return 'entry_voided_already';
    line.isVoided = true;
    if (kind === 'expired') return this.put(person, coins, 'expired', -coins.length);
    if (kind === 'corrected') {
      this.lifetimes.set(person, this.lifetime(person) + coins.length);
      return this.put(person, coins, 'void', -coins.length);
    }
    const own = this.purse(person).filter((ends) => ends === coins[0]);
    const others = this.purse(person).filter((ends) => ends !== coins[0]);
    const taken = [...own, ...others].slice(0, coins.length);
    this.lifetimes.set(person, this.lifetime(person) - taken.length);
    return this.pay(person, `${key}.voided`, 'other', taken, 'void', taken.length);
  }
  /** A seat, a boost: what another context lets people pay for. It does not ask who has left. */
  spend(person: string, factId: string, points: number, today: Day): string {
    const key = `${person}.spent.${factId}`;
    const earlier = this.lines.get(key);
    if (earlier) return earlier.coins.length === points ? `ok ${points}` : 'request_id_reused';
    const coins = this.purse(person)
      .filter((ends) => ends >= today)
      .slice(0, points);
    return coins.length < points ? 'points_not_enough' : this.pay(person, key, 'other', coins, 'mall', points);
  }
  unspend(person: string, factId: string): string {
    const spent = this.lines.get(`${person}.spent.${factId}`);
    const key = `${person}.unspent.${factId}`;
    if (!spent) return 'spending_not_found';
    if (this.lines.has(key)) return `ok ${spent.coins.length}`;
    this.note(key, person, 'other', spent.coins);
    return this.put(person, spent.coins, 'mall', spent.coins.length);
  }
  /** What has ended goes, once a day. */
  night(today: Day): void {
    if (this.lastNight === today) return;
    this.lastNight = today;
    for (const [person, { month }] of this.giving) if (month < monthOf(today)) this.lapse(person);
    for (const [person, purse] of this.purses) {
      const isOver = today > (this.spendBy.get(person) ?? today);
      for (const ends of new Set(purse.filter((day) => isOver || day < today))) {
        const coins = purse.filter((day) => day === ends);
        const before = [...this.lines.keys()].filter((key) => key.startsWith(`${person}.expired.${ends}.`));
        this.pay(person, `${person}.expired.${ends}.${before.length}`, 'expired', coins, 'expired', 0);
      }
    }
  }
  purse = (person: string) => this.purses.get(person) ?? [];
  lifetime = (person: string) => this.lifetimes.get(person) ?? 0;
  /** Whether points ever concerned this person. */
  isKnown = (person: string) => this.purses.has(person) || this.gave.some(({ from }) => from === person);
  spendable(person: string, today: Day): Day[] {
    const isOver = today > (this.spendBy.get(person) ?? today);
    return isOver ? [] : this.purse(person).filter((ends) => ends >= today);
  }
  givingLeft(person: string, month: string): number {
    const giving = this.giving.get(person);
    if (giving?.month === month) return giving.left;
    if (this.spendBy.has(person)) return 0;
    return this.isManager(person) ? 100 : 50;
  }
  expiring(person: string, today: Day): { on: Day; points: number } | null {
    const there = this.spendable(person, today);
    const until = this.spendBy.get(person);
    const [next] = there;
    if (next === undefined) return null;
    if (until !== undefined && until <= next) return { on: until, points: there.length };
    return { on: next, points: there.filter((ends) => ends === next).length };
  }
  /** Coins that leave a purse for another party, and the line that says so. */
  pay(person: string, key: string, kind: Line['kind'], coins: Day[], to: Party, answer: number): string {
    const left = [...this.purse(person)];
    for (const coin of coins) left.splice(left.indexOf(coin), 1);
    this.purses.set(person, left);
    this.parties[to] += coins.length;
    this.note(key, person, kind, coins);
    return `ok ${answer}`;
  }
  /** Coins that come into a purse; a gift comes from another person. */
  put(person: string, coins: readonly Day[], from: Party | null, answer: number): string {
    this.purses.set(person, [...this.purse(person), ...coins].sort());
    if (from) this.parties[from] -= coins.length;
    return `ok ${answer}`;
  }
  private isManager = (person: string) => this.managers.has(person) && !this.spendBy.has(person);
  private lapse(person: string): void {
    this.parties.expired += this.giving.get(person)?.left ?? 0;
    this.giving.delete(person);
  }
  private receive(person: string, key: string, kind: Line['kind'], coins: Day[], from: Party | null): string {
    this.note(key, person, kind, coins);
    this.lifetimes.set(person, this.lifetime(person) + coins.length);
    return this.put(person, coins, from, coins.length);
  }
  private note(key: string, person: string, kind: Line['kind'], coins: Day[]): void {
    this.lines.set(key, { person, coins, kind, isVoided: false });
  }
}

const sum = (some: readonly { points: number }[]) => some.reduce((total, { points }) => total + points, 0);
const signed = ({ kind, coins }: Line) => (kind === 'corrected' ? -coins.length : coins.length);
const endsAfter = (points: number, day: Day) => Array<Day>(points).fill(monthEnd(day, 12));
