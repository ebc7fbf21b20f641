import { main as exit } from '../cloudfunctions/exit/index';
import type { StoredSeparation } from '../cloudfunctions/offboarding/documents';
import { main as offboarding } from '../cloudfunctions/offboarding/index';
import { main as people } from '../cloudfunctions/people/index';
import { signedCall } from '../cloudfunctions/platform/system-call';
import { main as points } from '../cloudfunctions/points/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { weChatOf } from '../seeds/sample-calls/sample-call';
import type { InputOf } from '../shared/kernel/contract';
import { dayOf } from '../shared/kernel/day';
import type { OffboardingContract } from '../shared/offboarding/contract';
import type { Identity } from '../shared/people/identity';
import { rolesOn } from '../shared/people/identity';
import { freshRequest, stopClock } from './mall';
import { openToldStage, type ToldStage } from './told-stage';

type Call = keyof OffboardingContract;

/** The seeded company with the functions that a leaving needs, on one stage. */
export interface Departure extends Omit<ToldStage<'offboarding'>, 'toldTo'> {
  /** The code of the refusal, `ok` when there was none. */
  refusalOf<Name extends Call>(name: string, call: Name, input: InputOf<OffboardingContract[Name]>): Promise<string>;
  /** Somebody hands in a resignation; its id. */
  resign(name: string, more?: Partial<InputOf<OffboardingContract['submitResignation']>>): Promise<string>;
  /** The same, acknowledged by 周岚 to the legal last day. */
  leave(name: string): Promise<{ separationId: string; lastDay: string }>;
  separation(separationId: string): StoredSeparation;
  employment(name: string): { status: string; relievingDate: string | null; managerEmploymentId: string | null };
  /** The roles of this person today. */
  rolesOf(name: string): string[];
  /** The titles of what stands on 今天 of this person. */
  tasksOf(name: string): string[];
  /** The titles of what this person was told. */
  toldTo(name: string): string[];
  /** The employment of this person ends without a leaving, as of a day. */
  end(name: string, relievingDate: string): Promise<void>;
  /** It is nine in the morning of a day; the timer fires. */
  morningOf(day: string): Promise<void>;
}

interface Entry {
  personId: string;
  type: string;
  title: string;
  open: boolean;
}

export async function openDeparture(now: Date): Promise<Departure> {
  const told = await openToldStage('offboarding', { exit, offboarding, people, points, today, wechat }, now);
  const { stage, ask, tell, documents } = told;
  const identityOf = (name: string) => {
    const found = documents<Identity>('identities').find(({ _id }) => _id === weChatOf(name));
    if (!found) throw new Error(`${name} has not joined`);
    return found;
  };
  const entriesOf = (name: string, type: string) =>
    documents<Entry>('todayEntries').filter(
      (entry) => entry.personId === identityOf(name).personId && entry.type === type,
    );
  const resign: Departure['resign'] = async (name, more = {}) => {
    const said = { wishedLastDay: null, reasonId: null, words: '想换一个方向', note: '', requestId: freshRequest() };
    return (await tell(name, 'submitResignation', { ...said, ...more }))._id;
  };
  return {
    ...told,
    resign,
    async refusalOf(name, call, input) {
      const answer = await ask(name, call, input);
      return answer.ok ? 'ok' : answer.code;
    },
    async leave(name) {
      const separationId = await resign(name);
      const { legalLastDay } = await tell('周岚', 'readLeaving', { separationId });
      if (legalLastDay === null) throw new Error('a resignation has a legal last day');
      const input = { separationId, lastDay: legalLastDay, requestId: freshRequest() };
      await tell('周岚', 'acknowledgeResignation', input);
      return { separationId, lastDay: legalLastDay };
    },
    separation(separationId) {
      const found = documents<StoredSeparation>('separations').find(({ _id }) => _id === separationId);
      if (!found) throw new Error('there is no such leaving');
      return found;
    },
    employment(name) {
      const { employmentId } = identityOf(name);
      const found = documents<ReturnType<Departure['employment']> & { _id: string }>('employments').find(
        ({ _id }) => _id === employmentId,
      );
      if (!found) throw new Error(`${name} has no employment`);
      return found;
    },
    rolesOf: (name) => rolesOn(dayOf(new Date()), identityOf(name)),
    tasksOf: (name) => entriesOf(name, 'task').flatMap(({ title, open }) => (open ? [title] : [])),
    toldTo: (name) => entriesOf(name, 'notice').map(({ title }) => title),
    async end(name, relievingDate) {
      const { employmentId } = identityOf(name);
      const ended = { employmentId, relievingDate, at: new Date().toISOString(), requestId: freshRequest() };
      await stage.call(people, null, signedCall('people', 'endEmployment', ended, new Date()));
    },
    async morningOf(day) {
      stopClock(`${day}T01:00:00.000Z`);
      await stage.runTimer(offboarding, 'minute');
    },
  };
}

/** Input of a step on a leaving, with a request of its own. */
export const step = (separationId: string) => ({ separationId, requestId: freshRequest() });
/** Twenty unpaid half-days of 15,000 yuan a month, two days of statutory leave. */
export const figures = {
  ...{ monthlyPayFen: 1_500_000, unpaidHalfDays: 20, statutoryLeaveHalfDays: 4, companyLeaveHalfDays: 0 },
  ...{ workdayOvertimeHalfHours: 0, restDayOvertimeHalfHours: 0, holidayOvertimeHalfHours: 0 },
  ...{ severanceHalfMonths: 0, severanceMonthlyFen: 0, additions: [], deductions: [] },
};
/** What an owner says of a row, without cost or evidence. */
export const settled = (rowId: string, outcome: 'done' | 'returned' | 'notNeeded' | 'stuck', words = '') => ({
  ...{ rowId, outcome, words, costFen: null, evidenceFileId: null },
});
