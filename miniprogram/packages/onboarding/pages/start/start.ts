import type { Answer, OutputOf } from '../../../../../shared/kernel/contract';
import type { Colleague } from '../../../../../shared/people/colleagues';
import type { PeopleContract } from '../../../../../shared/people/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import type { Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, todayOf } from '../../../../wording/day';
import { placeInWords } from '../../../../wording/place';
import { isBegun, outcomeText } from './outcome-text';

type Line = OutputOf<PeopleContract['listEmployments']>['items'][number];

/** As many as one call begins; more people are more calls, one after the other. */
const piece = 10;
const listed = 50;

interface Row {
  personId: string;
  name: string;
  place: string;
  isChosen: boolean;
  said: string;
  isDone: boolean;
}

interface Coming {
  items: Line[];
  /** Who has a run already. */
  begun: string[];
}

/** Where each of the three lists goes on: from the beginning, after a cursor, or not any more. */

type Place = { cursor?: string } | null;
const beginning = (): Record<'preboarding' | 'probation' | 'runs', Place> => ({
  preboarding: {},
  probation: {},
  runs: {},
});

const dayText = (day: string | null) => (day === null ? '没有入职日期' : `${dayInWords(day, todayOf(new Date()))}入职`);

const rowOf = (line: Line, chosen: string, isDone: boolean): Row => ({
  ...{ personId: line.personId, name: line.personName, isChosen: !isDone && line.personId === chosen, isDone },
  said: isDone ? '已经开始了' : '',
  place: `${placeInWords(line)} · ${dayText(line.dateOfJoining)}`,
});

const start = perPage(() => ({ intents: new Map<string, Intent>(), places: beginning() }));

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    only: '',
    tail: 'end' as Tail,
    tailProblem: '',
    buddies: [] as Colleague[],
    chosenCount: 0,
    busy: false,
    problem: '',
  },

  onLoad({ person = '' }: { person?: string }) {
    wx.hideShareMenu({});
    this.setData({ only: person });
    this.readComing();
  },
  async readComing() {
    const { only } = this.data;
    start(this).places = beginning();
    await fillFrame<Coming>(this, {
      keepAs: null,
      ask: () => this.askComing(),
      show: ({ items, begun }) => {
        this.setData({ rows: items.map((line) => rowOf(line, only, begun.includes(line.personId))) });
        this.afterPage();
      },
    });
  },
  afterPage() {
    const { preboarding, probation } = start(this).places;
    this.setData({ tail: preboarding === null && probation === null ? 'end' : 'more' });
    this.countChosen();
  },
  /** The next page: whoever is still to come, and whoever has just started without a run. */
  async askComing(): Promise<Answer<Coming>> {
    const { places } = start(this);
    const none = { ok: true as const, traceId: '', data: { items: [], next: null } };
    const employed = (status: 'preboarding' | 'probation') =>
      places[status] && cloud.people.listEmployments({ status, limit: listed, ...places[status] });
    const [coming, fresh, open] = await Promise.all([
      employed('preboarding') ?? none,
      employed('probation') ?? none,
      places.runs ? cloud.onboarding.listRuns({ which: 'open', limit: listed, ...places.runs }) : none,
    ]);
    if (!coming.ok) return coming;
    if (!fresh.ok) return fresh;
    const placeAfter = (next: string | null): Place => (next === null ? null : { cursor: next });
    places.preboarding = placeAfter(coming.data.next);
    places.probation = placeAfter(fresh.data.next);
    // Without the runs, whoever has one is told so when it is begun again.
    if (open.ok) places.runs = placeAfter(open.data.next);
    const begun = open.ok ? open.data.items.map(({ personId }) => personId) : [];
    return { ...coming, data: { items: [...coming.data.items, ...fresh.data.items], begun } };
  },
  async onMoreTap() {
    if (this.data.tail === 'loading') return;
    this.setData({ tail: 'loading', tailProblem: '' });
    const answer = await this.askComing();
    if (!answer.ok) {
      this.setData({ tail: 'failed', tailProblem: refusalText(answer) });
      return;
    }
    const { items, begun } = answer.data;
    const { only, rows } = this.data;
    // A later page of runs may name somebody who is listed already.
    const known = rows.map((row) =>
      begun.includes(row.personId) && !row.isDone ? { ...row, isDone: true, isChosen: false, said: '已经开始了' } : row,
    );
    this.setData({ rows: [...known, ...items.map((line) => rowOf(line, only, begun.includes(line.personId)))] });
    this.afterPage();
  },
  countChosen() {
    this.setData({ chosenCount: this.data.rows.filter(({ isChosen, isDone }) => isChosen && !isDone).length });
  },

  onRetryTap() {
    this.readComing();
  },
  onRowTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const { index } = currentTarget.dataset;
    const row = this.data.rows[index];
    if (!row || row.isDone) return;
    this.setData({ [`rows[${index}].isChosen`]: !row.isChosen, problem: '' });
    this.countChosen();
  },
  onBuddyChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ buddies: detail.chosen, problem: '' });
  },
  onAddTap() {
    wx.navigateTo({ url: '/packages/people/pages/new-hire/new-hire' });
  },
  onTemplatesTap() {
    wx.navigateTo({ url: '/packages/onboarding/pages/templates/templates' });
  },
  async onStartTap() {
    const [buddy] = this.data.buddies;
    const wanted = this.data.rows.filter(({ isChosen, isDone }) => isChosen && !isDone);
    if (!buddy || wanted.length === 0) {
      this.setData({ problem: wanted.length === 0 ? '先选要开始的同事。' : '先选一位伙伴：第一个月有事先找谁。' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    for (let from = 0; from < wanted.length; from += piece) {
      const isSent = await this.startPiece(wanted.slice(from, from + piece), buddy.personId);
      if (!isSent) break;
    }
    this.setData({ busy: false });
    this.countChosen();
  },
  /** Ten at a time; what was begun stays begun when the connection is lost in between. */
  async startPiece(some: Row[], buddyId: string): Promise<boolean> {
    const name = `${buddyId} ${some.map(({ personId }) => personId).join(' ')}`;
    const { intents } = start(this);
    const intent = intents.get(name) ?? new Intent();
    intents.set(name, intent);
    const starts = some.map(({ personId }) => ({ personId, buddyId }));
    const answer = await intent.send((requestId) => cloud.onboarding.startRuns({ starts, requestId }));
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return false;
    }
    const said = new Map(answer.data.items.map((item) => [item.personId, item]));
    const rows = this.data.rows.map((row) => {
      const item = said.get(row.personId);
      return item ? { ...row, said: outcomeText(item), isDone: isBegun(item), isChosen: !isBegun(item) } : row;
    });
    this.setData({ rows });
    return true;
  },
});
