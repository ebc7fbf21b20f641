import { main as exit } from '../cloudfunctions/exit/index';
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

it('an exit interview settles the step of the leaving that it was held for, not of the next one', async () => {
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
  expect(here.separation(again.separationId)).toMatchObject({ state: 'acknowledged', interview: 'pending' });
});

it('who has left may spend points for thirty days more', async () => {
  stopClock('2027-01-10T02:00:00.000Z');
  await here.stage.runTimer(offboarding, 'minute');
  const account = await here.stage.call(points, weChatOf('林晓'), { call: 'readAccount', input: {} });
  expect(account).toMatchObject({ ok: true, data: { spendBy: '2027-01-22' } });
});
