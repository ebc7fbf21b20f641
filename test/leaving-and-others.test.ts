import { main as exit } from '../cloudfunctions/exit/index';
import { store as exitStore } from '../cloudfunctions/exit/store';
import { main as offboarding } from '../cloudfunctions/offboarding/index';
import { main as points } from '../cloudfunctions/points/index';
import { employmentOf, weChatOf } from '../seeds/sample-calls/sample-call';
import { type Departure, openDeparture } from './departure';
import { freshRequest, passTime, stopClock } from './mall';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

const morning = '2026-11-23T02:00:00.000Z';
let here: Departure;
beforeAll(async () => {
  stopClock(morning);
  here = await openDeparture(new Date());
});
afterAll(() => here.close());

const fresh = () => ({ requestId: freshRequest() });
const employmentOfLin = { employmentId: employmentOf('林晓') };

it('an exit interview that was held counts for the next leaving too, late news of it does not', async () => {
  const { separationId } = await here.leave('林晓');
  const talked = { reasonId: null, notes: '想去做教育', suggestions: '', outcome: 'exitConfirmed', ...employmentOfLin };
  passTime(60_000);
  await here.stage.call(exit, weChatOf('周岚'), { call: 'recordExitTalk', input: { ...talked, ...fresh() } });
  expect(here.separation(separationId)).toMatchObject({ state: 'acknowledged', interview: 'completed' });
  await here.tell('林晓', 'withdrawResignation', { separationId, ...fresh() });
  await here.tell('周岚', 'answerWithdrawal', { separationId, ...fresh(), answer: 'agreed', words: '' });
  await here.sweep();
  const again = await here.leave('林晓');
  const late = { ...employmentOfLin, outcome: 'cancelled' as const, at: morning, ...fresh() };
  expect(await here.ask('exit', 'noteInterviewSettled', late)).toMatchObject({ ok: true });
  expect(here.separation(again.separationId)).toMatchObject({ state: 'acknowledged', interview: 'completed' });
});

it('what became of an interview is told as of that moment, so that late news settles no later leaving', async () => {
  const { separationId } = await here.leave('唐思远');
  const { employmentId } = here.separation(separationId);
  const held = (settledAt: string) =>
    exitStore.interviews.changeOne({ _id: employmentId }, { state: 'completed', settledAt, pendingSince: settledAt });
  const hear = async () => {
    passTime(120_000);
    await here.stage.runTimer(exit, 'minute');
    return here.separation(separationId).interview;
  };
  await held(morning);
  expect(await hear()).toBe('pending');
  await held(new Date().toISOString());
  expect(await hear()).toBe('completed');
});

it('who has left may spend points for thirty days more', async () => {
  stopClock('2027-01-10T02:00:00.000Z');
  await here.stage.runTimer(offboarding, 'minute');
  const account = await here.stage.call(points, weChatOf('林晓'), { call: 'readAccount', input: {} });
  expect(account).toMatchObject({ ok: true, data: { spendBy: '2027-01-22' } });
});
