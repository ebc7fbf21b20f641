import { main as community } from '../cloudfunctions/community/index';
import type { StoredPaper, StoredRun } from '../cloudfunctions/onboarding/documents';
import { main as onboarding } from '../cloudfunctions/onboarding/index';
import { main as people } from '../cloudfunctions/people/index';
import { signedCall } from '../cloudfunctions/platform/system-call';
import { main as points } from '../cloudfunctions/points/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as training } from '../cloudfunctions/training/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { personOf, weChatOf } from '../seeds/sample-calls/sample-call';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import type { PeopleContract } from '../shared/people/contract';
import { freshRequest } from './mall';
import { openToldStage, type ToldStage } from './told-stage';

type Hire = InputOf<PeopleContract['addNewHire']>;

/** The seeded company with the functions that a coming needs, on one stage. */
export interface Arrivals extends ToldStage<'onboarding'> {
  /** 周岚 calls the people function; throws when it refuses. */
  records<Name extends keyof PeopleContract>(
    call: Name,
    input: InputOf<PeopleContract[Name]>,
  ): Promise<OutputOf<PeopleContract[Name]>>;
  /** The employment ends, as offboarding says it. */
  end(employmentId: string, relievingDate: string): Promise<void>;
  /** Somebody is given a course by HR, beside any template; null has no day. */
  give(personId: string, courseId: string, dueOn: string | null): Promise<void>;
  /** 周岚 adds somebody to 研发部. */
  hire(more?: Partial<Hire>): Promise<OutputOf<PeopleContract['addNewHire']>>;
  /** Somebody new with a bound WeChat and a run with 林晓 as buddy; whoever they are called. */
  arrive(more?: Partial<Hire>): Promise<{ openId: string; personId: string; runId: string; employmentId: string }>;
  run(runId: string): StoredRun;
  runs(): StoredRun[];
  papers(): StoredPaper[];
  mark(
    name: string,
    runId: string,
    key: string,
    to?: 'done' | 'stuck' | 'doing' | 'notApplicable',
    words?: string,
  ): Promise<Answer<unknown>>;
  /** The timer fires at this very moment. */
  minute(): Promise<unknown>;
}

let hired = 0;

export async function openArrivals(now: Date): Promise<Arrivals> {
  const told = await openToldStage(
    'onboarding',
    { community, onboarding, people, points, today, training, wechat },
    now,
  );
  const { stage, ask, tell, documents } = told;
  const records: Arrivals['records'] = async (call, input) => {
    const answer = await stage.call<OutputOf<PeopleContract[typeof call]>>(people, weChatOf('周岚'), { call, input });
    if (!answer.ok) throw new Error(`${call} was refused: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const hire: Arrivals['hire'] = async (more = {}) => {
    hired += 1;
    const input: Hire = {
      ...{ name: `新人${hired}`, employeeNumber: `NEW-${hired}`, departmentName: '研发部', position: '后端工程师' },
      ...{ branchId: 'head-office', dateOfJoining: '2026-12-01', managerPersonId: personOf('顾怀远') },
      ...{ phone: null, isReturn: false, requestId: freshRequest(), ...more },
    };
    return records('addNewHire', input);
  };
  return {
    ...told,
    ...{ hire, records },
    async end(employmentId, relievingDate) {
      const ended = { employmentId, relievingDate, at: new Date().toISOString(), requestId: freshRequest() };
      await stage.call(people, null, signedCall('people', 'endEmployment', ended, new Date()));
    },
    async give(personId, courseId, dueOn) {
      const given = { personIds: [personId], courseIds: [courseId], dueOn, cause: 'given-by-hr' };
      const input = { ...given, requestId: freshRequest() };
      await stage.call(training, null, signedCall('training', 'enrol', input, new Date()));
    },
    async arrive(more = {}) {
      const { personId, employmentId } = await hire(more);
      const employment = documents<{ _id: string }>('employments').find(({ _id }) => _id === employmentId);
      const openId = `o-${personId}`;
      await stage.seat({ ...employment, _id: openId, personId, employmentId, name: more.name ?? `新人${hired}` });
      const starts = [{ personId, buddyId: personOf('林晓') }];
      const { items } = await tell('周岚', 'startRuns', { starts, requestId: freshRequest() });
      const runId = items[0]?.runId;
      if (!runId) throw new Error(`no run began: ${JSON.stringify(items)}`);
      return { openId, personId, runId, employmentId };
    },
    run(runId) {
      const found = documents<StoredRun>('onboardingRuns').find(({ _id }) => _id === runId);
      if (!found) throw new Error('there is no such run');
      return found;
    },
    runs: () => documents('onboardingRuns'),
    papers: () => documents('onboardingPapers'),
    mark: (name, runId, key, to = 'done', words = '') =>
      ask(name, 'markActivity', { runId, key, to, words, requestId: freshRequest() }),
    minute: () => stage.runTimer(onboarding, 'minute'),
  };
}
