import { employmentOf, personOf } from '../../seeds/sample-calls/sample-call';
import { type Farewell, openFarewell } from '../../test/farewell';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(240_000);

const [zhou, lin, wang] = [personOf('周岚'), personOf('林晓'), personOf('王磊')];
const employmentId = employmentOf('王磊');

let farewell: Farewell;
let putBack: () => void;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  farewell = await openFarewell(new Date());
  putBack = farewell.stage.cloud.snapshot();
});
beforeEach(() => {
  stopClock('2026-11-22T02:00:00.000Z');
  putBack();
});
afterAll(() => farewell.close());

/** Kills the work at every request; then the timer comes, every other time, and the person tries again. */
const atEveryRequest = (work: (requestId: string) => Promise<unknown>, check: (request: number) => Promise<void>) =>
  killedEverywhere(async (cut, request) => {
    const requestId = freshRequest();
    await cut(() => work(requestId));
    if (request % 2 === 0) await farewell.sweep();
    await work(requestId);
    await farewell.sweep();
    await check(request);
  });

const tasksOf = (personId: string, title: string) => farewell.tasksOf(personId).filter((task) => task === title).length;
const told = (personId: string, title: string) => farewell.toldTo(personId).filter((one) => one === title).length;

describe('killed at any request', () => {
  it('an interview is handed in once, and its task is off the list', async () => {
    await farewell.tell('周岚', 'inviteToExitInterview', { employmentId, requestId: freshRequest() });
    passTime(60_000);
    expect(tasksOf(wang, '离职面谈问卷')).toBe(1);
    const answers = {
      ...{ employmentId, reasonIds: ['r-work-overtime'], story: '太累', suggestions: '', plans: '' },
      ...{ wouldReturn: 'perhaps' as const, wouldRecommend: 6, isHandedIn: true },
    };
    const cuts = await atEveryRequest(
      (requestId) => farewell.ask('王磊', 'saveMyExitForm', { ...answers, requestId }),
      async (request) => {
        const interview = farewell.interviews().find(({ _id }) => _id === employmentId);
        const outcome = {
          ...{ request, isHandedIn: interview?.handedInAt !== null, pending: interview?.pendingSince },
          ...{ form: tasksOf(wang, '离职面谈问卷'), hr: tasksOf(zhou, '王磊的离职面谈') },
          changes: interview?.requestIds.length,
        };
        expect(outcome).toEqual({ request, isHandedIn: true, pending: null, form: 0, hr: 1, changes: 2 });
      },
    );
    expect(cuts).toBeGreaterThanOrEqual(5);
  });

  it('a talk completes the interview once, offboarding hears of it, and HR is done', async () => {
    await farewell.tell('周岚', 'inviteToExitInterview', { employmentId, requestId: freshRequest() });
    passTime(60_000);
    expect([tasksOf(zhou, '王磊的离职面谈'), farewell.separationOf(employmentId)?.interview]).toEqual([1, 'pending']);
    const talk = { employmentId, reasonId: null, notes: '谈过了', suggestions: '', outcome: 'exitConfirmed' as const };
    const cuts = await atEveryRequest(
      (requestId) => farewell.ask('周岚', 'recordExitTalk', { ...talk, requestId }),
      async (request) => {
        const interview = farewell.interviews().find(({ _id }) => _id === employmentId);
        const outcome = {
          ...{ request, state: interview?.state, pending: interview?.pendingSince, desk: interview?.desk },
          ...{ heard: farewell.separationOf(employmentId)?.interview, hr: tasksOf(zhou, '王磊的离职面谈') },
        };
        const whole = { state: 'completed', pending: null, desk: null, heard: 'completed', hr: 0 };
        expect(outcome).toEqual({ request, ...whole });
      },
    );
    expect(cuts).toBeGreaterThanOrEqual(8);
  });

  it('a paper is asked for once, HR has one task, and issued once with one message to its owner', async () => {
    const cuts = await killedEverywhere(async (cut, request) => {
      const [asking, issuing] = [freshRequest(), freshRequest()];
      const ask = () => farewell.ask('林晓', 'requestPaper', { kind: 'income', purpose: '租房', requestId: asking });
      await cut(ask);
      if (request % 2 === 0) await farewell.sweep();
      await ask();
      await farewell.sweep();
      const [paper, ...others] = farewell.papers().filter(({ purpose }) => purpose === '租房');
      const asked = { request, others: others.length, hr: tasksOf(zhou, '林晓申请了收入证明') };
      expect(asked).toEqual({ request, others: 0, hr: 1 });
      const issue = () => {
        const input = { paperId: paper?._id ?? '', monthlyFen: 1_850_000, requestId: issuing };
        return farewell.ask('周岚', 'issuePaper', input);
      };
      await cut(issue);
      if (request % 2 === 1) await farewell.sweep();
      await issue();
      await farewell.sweep();
      const issued = farewell.papers().find(({ _id }) => _id === paper?._id);
      const outcome = {
        ...{ request, state: issued?.state, pending: issued?.pendingSince, desk: issued?.desk },
        ...{ told: told(lin, '收入证明已开好'), hr: tasksOf(zhou, '林晓申请了收入证明') },
      };
      expect(outcome).toEqual({ request, state: 'issued', pending: null, desk: null, told: 1, hr: 0 });
    });
    expect(cuts).toBeGreaterThanOrEqual(16);
  });

  it('a paper that HR issues at once leaves no task behind, wherever its request was cut off', async () => {
    const cuts = await killedEverywhere(async (cut, request) => {
      const asking = { kind: 'employment' as const, purpose: '落户', requestId: freshRequest() };
      await cut(() => farewell.ask('林晓', 'requestPaper', asking));
      passTime(1000);
      const paper = farewell.papers().find(({ purpose }) => purpose === '落户');
      if (paper) {
        const issue = { paperId: paper._id, monthlyFen: null, requestId: freshRequest() };
        await farewell.tell('周岚', 'issuePaper', issue);
      }
      expect({ request, hr: tasksOf(zhou, '林晓申请了在职证明') }).toEqual({ request, hr: 0 });
    });
    expect(cuts).toBeGreaterThanOrEqual(8);
  });

  it('an employment that ended is counted once, and the leaver is asked once to stay in touch', async () => {
    const fact = {
      ...{ factId: 'f-end', employmentId, personId: wang, at: new Date().toISOString() },
      ...{ kind: 'resignation' as const, relievingDate: '2026-11-22', reasonId: 'r-private-family' },
    };
    const cuts = await killedEverywhere(async (cut, request) => {
      const report = () => farewell.ask('offboarding', 'noteEmploymentEnded', { fact, requestId: freshRequest() });
      await cut(report);
      if (request % 2 === 0) await farewell.sweep();
      await report();
      await farewell.sweep();
      const [leaving, ...others] = farewell.leavings().filter(({ _id }) => _id === employmentId);
      const { total } = await farewell.tell('周岚', 'readExitBoard', {});
      const outcome = { request, others: others.length, pending: leaving?.pendingSince, total };
      expect(outcome).toEqual({ request, others: 0, pending: null, total: 49 });
      expect({ request, asked: tasksOf(wang, '保持联系') }).toEqual({ request, asked: 1 });
    });
    expect(cuts).toBeGreaterThanOrEqual(6);
  });

  it('nothing is left of an alumni record that was erased', async () => {
    const cuts = await atEveryRequest(
      (requestId) => farewell.ask('孙倩', 'eraseMyAlumniRecord', { requestId }),
      async (request) => expect({ request, alumni: farewell.alumni() }).toEqual({ request, alumni: [] }),
    );
    expect(cuts).toBeGreaterThanOrEqual(1);
  });
});
