import { addDays, dayOf, monthOf } from '../shared/kernel/day';
import { freshRequest } from './mall';
import { type Both, type Sequence, said } from './points-sequence';
import type { StepOf } from './points-steps';

/** What moves points from and to the company and other people, through the function and through the model. */
export class AccountSteps {
  constructor(private readonly on: Sequence) {}

  async join({ person }: StepOf<'join'>): Promise<Both> {
    const expected = this.on.model.join(this.on.own(person), new Date());
    return [said(await this.on.mall.welcome(this.on.own(person))), expected];
  }

  async leave({ person }: StepOf<'leave'>): Promise<Both> {
    const today = dayOf(new Date());
    if (!this.on.model.spendBy.has(this.on.own(person))) {
      await this.on.seat(person, { status: 'left', relievingDate: addDays(today, -1) });
    }
    this.on.model.leave(this.on.own(person), today);
    return ['ok', 'ok'];
  }

  async checkIn({ person }: StepOf<'checkIn'>): Promise<Both> {
    const answer = await this.on.mall.ask(this.on.ofPerson(person), 'checkIn', { requestId: freshRequest() });
    return [said(answer, ({ gained }) => gained), this.on.model.checkIn(this.on.own(person), new Date())];
  }

  async earn({ person, rule, fact, millisAgo }: StepOf<'earn'>): Promise<Both> {
    const now = new Date();
    const happened = new Date(now.getTime() - millisAgo);
    const [factId, personId] = [`fact-${fact}`, this.on.own(person)];
    const published = rule === 'festivalQuiz' ? 1 + (fact % 5) : undefined;
    const more = published === undefined ? {} : { points: published };
    const told = { factId, rule, personId, about: null, at: happened.toISOString(), ...more };
    const answer = await this.on.mall.deliver('earn', { ...told, requestId: freshRequest() });
    const outcome = answer.ok && answer.data.heldBack ? answer.data.heldBack : said(answer, ({ points }) => points);
    return [outcome, this.on.model.earn(personId, rule, factId, happened, now, published)];
  }

  /** What HR decides about a rule takes effect on a later day. */
  async decide({ rule, points, isForManagers }: StepOf<'decide'>): Promise<Both> {
    const effectiveOn = addDays(dayOf(new Date()), 2);
    const audience = isForManagers ? ['manager' as const] : ('everyone' as const);
    const terms = { title: '改过的规则', points, dailyTimes: 2, monthlyPoints: 40, coolDownMinutes: 90, audience };
    const basedOn = this.on.decisions.filter((one) => one.rule === rule).length;
    const decided = { key: rule, basedOn, terms, effectiveOn, reason: '试一试', requestId: freshRequest() };
    const answer = await this.on.mall.ask('o-hr', 'changeRule', decided);
    this.on.decisions.push({ rule, effectiveOn, terms: [points, 2, 40, 90, isForManagers] });
    return [said(answer), 'ok'];
  }

  async give({ person, to, points, fact }: StepOf<'give'>): Promise<Both> {
    const now = new Date();
    const [from, receivers] = [this.on.own(person), to.map(this.on.own)];
    const factId = `thanks-${fact}`;
    const gift = { factId, fromPersonId: from, toPersonIds: receivers, points, about: null, at: now.toISOString() };
    const answer = await this.on.mall.deliver('give', { ...gift, requestId: freshRequest() });
    const expected = this.on.model.give(from, receivers, points, factId, now);
    const left = this.on.model.givingLeft(from, monthOf(dayOf(now)));
    return [said(answer, ({ givingLeft }) => givingLeft), expected === 'ok' ? `ok ${left}` : expected];
  }

  async correct({ person, points, request }: StepOf<'correct'>): Promise<Both> {
    const [personId, requestId] = [this.on.own(person), `correction-${request}-00000000`];
    const direction = points > 0 ? ('add' as const) : ('take' as const);
    const decided = { personId, direction, points: Math.abs(points), reason: '更正', requestId };
    const answer = await this.on.mall.ask('o-hr', 'correctAccount', decided);
    return [
      said(answer, (corrected) => corrected.points),
      this.on.model.correct(personId, points, requestId, new Date()),
    ];
  }

  /** An expired lot's entry is numbered; the model counts how often that lot ended. */
  entryIdOf(key: string): string {
    const [owner, kind, ends, count] = key.split('.');
    if (kind !== 'expired') return key;
    const all = this.on.mall.books().entries.filter(({ _id }) => _id.startsWith(`${owner}.expired.${ends}.`));
    const inOrder = all.sort((one, other) => (one.sort < other.sort ? -1 : 1));
    return inOrder[Number(count)]?._id ?? 'none';
  }

  async spend({ person, points, fact }: StepOf<'spend'>): Promise<Both> {
    const [personId, factId] = [this.on.own(person), `seat-${fact}`];
    const paid = { personId, factId, points, about: '周末登山', requestId: freshRequest() };
    const answer = await this.on.mall.deliver('spend', paid);
    return [said(answer, (spent) => spent.points), this.on.model.spend(personId, factId, points, dayOf(new Date()))];
  }

  async unspend({ person, fact }: StepOf<'unspend'>): Promise<Both> {
    const [personId, factId] = [this.on.own(person), `seat-${fact}`];
    const answer = await this.on.mall.deliver('unspend', { personId, factId, requestId: freshRequest() });
    return [said(answer, ({ points }) => points), this.on.model.unspend(personId, factId)];
  }
}
