import { cutsOf } from '../../test/at-every-request';
import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../test/mall';
import { main } from './index';
import { heldAfter, type StoredDay } from './rules/board/stored-day';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
});
afterEach(() => mall.close());

/** Somebody new whose welcome stands in the ledger. */
async function newcomer() {
  const { name, openId } = await mall.newcomer();
  await mall.sweep();
  return { openId, personId: `p-${name}`, entryId: `p-${name}.joined` };
}
const ask = (openId: string, entryId: string) => ({
  openId,
  input: { entryId, question: '少了', requestId: freshRequest() },
});
const asked = async () => {
  const person = await newcomer();
  const { openId, input } = ask(person.openId, person.entryId);
  return { ...person, pointCase: await mall.tell(openId, 'askAboutEntry', input) };
};
const explained = (caseId: string) => {
  return { caseId, outcome: 'explained', points: null, answer: '没有错', requestId: freshRequest() } as const;
};

describe('somebody who asks about a line', () => {
  it('gets the same case for the same request, and is not heard twice about one line', async () => {
    const { openId, entryId } = await newcomer();
    const { input } = ask(openId, entryId);
    const first = await mall.tell(openId, 'askAboutEntry', input);
    expect(await mall.tell(openId, 'askAboutEntry', input)).toEqual(first);
    expect(await mall.refusalOf(openId, 'askAboutEntry', { ...input, requestId: freshRequest() })).toBe(
      'case_asked_already',
    );
    expect(await mall.tell(openId, 'readMyEntry', { entryId })).toMatchObject({ pointCase: { state: 'open' } });
  });

  it("does not see anybody else's line", async () => {
    const { entryId } = await newcomer();
    expect(await mall.refusalOf('o-lan', 'readMyEntry', { entryId })).toBe('entry_not_found');
    expect(await mall.refusalOf('o-lan', 'askAboutEntry', ask('o-lan', entryId).input)).toBe('entry_not_found');
  });

  it('has three open cases at most, also when all come at once, and room again after an answer', async () => {
    const { openId, entryId, personId } = await newcomer();
    for (let day = 0; day < 4; day += 1) {
      await mall.tell(openId, 'checkIn', { requestId: freshRequest() });
      passTime(86_400_000);
    }
    await mall.sweep();
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) => `${personId}.checkIn.${day}`);
    const answers = await Promise.all(
      [entryId, ...days].map((id) => mall.ask(openId, 'askAboutEntry', ask(openId, id).input)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    const { items } = await mall.tell('o-hr', 'listPointCases', { state: 'open' });
    expect(items).toHaveLength(3);
    await mall.tell('o-hr', 'answerPointCase', explained(items[0]?._id ?? ''));
    const left = [entryId, ...days].filter((_, index) => !answers[index]?.ok);
    expect(await mall.ask(openId, 'askAboutEntry', ask(openId, left[0] ?? '').input)).toMatchObject({ ok: true });
    expect(await mall.refusalOf(openId, 'askAboutEntry', ask(openId, left[1] ?? '').input)).toBe('cases_open_too_many');
  });
});

describe('HR', () => {
  it('voids the line, once, and the person sees it', async () => {
    const { openId, personId, entryId, pointCase } = await asked();
    const answer = { ...explained(pointCase._id), outcome: 'voided' as const };
    const answered = await mall.tell('o-hr', 'answerPointCase', answer);
    expect(answered).toMatchObject({ state: 'answered', outcome: 'voided', points: -20, answer: '没有错' });
    expect(await mall.tell('o-hr', 'answerPointCase', answer)).toEqual(answered);
    expect(mall.accountOf(personId)?.balance).toBe(0);
    expect(await mall.tell(openId, 'readMyEntry', { entryId })).toMatchObject({ pointCase: { outcome: 'voided' } });
    const again = { ...explained(pointCase._id), outcome: 'corrected' as const, points: 5 };
    expect(await mall.refusalOf('o-hr', 'answerPointCase', again)).toBe('case_answered');
    expect(mall.violations()).toEqual([]);
  });

  it('is heard by the person once, however often the timer comes', async () => {
    const { personId, pointCase } = await asked();
    await mall.tell('o-hr', 'answerPointCase', explained(pointCase._id));
    await mall.sweep();
    await mall.sweep();
    const told = mall.stage.cloud.documents('todayEntries').filter((notice) => notice.personId === personId);
    expect(told.map(({ line }) => line)).toEqual(['没有错']);
  });

  it('cannot take what is not there: the case stays open', async () => {
    const { personId, pointCase } = await asked();
    const answer = { ...explained(pointCase._id), outcome: 'corrected' as const, points: -21 };
    expect(await mall.refusalOf('o-hr', 'answerPointCase', answer)).toBe('points_not_enough');
    expect(mall.accountOf(personId)?.balance).toBe(20);
    expect((await mall.tell('o-hr', 'listPointCases', { state: 'open' })).items).toHaveLength(1);
    expect(await mall.tell('o-hr', 'answerPointCase', explained(pointCase._id))).toMatchObject({ state: 'answered' });
  });

  it('answers nothing about their own points', async () => {
    await mall.welcome('p-hr');
    await mall.sweep();
    const own = await mall.tell('o-hr', 'askAboutEntry', ask('o-hr', 'p-hr.joined').input);
    expect(await mall.refusalOf('o-hr', 'answerPointCase', explained(own._id))).toBe('own_account_kept');
  });
});

const { atEveryRequest } = cutsOf(() => mall);

it('an answer killed at any request moves the points once, by its repeat or by the sweep', async () => {
  const cuts = await atEveryRequest(async (cut, request) => {
    const { personId, pointCase } = await asked();
    const answer = { ...explained(pointCase._id), outcome: 'corrected' as const, points: 7 };
    await cut(() => mall.ask('o-hr', 'answerPointCase', answer));
    if (request % 2 === 0) {
      // The first run books what was owed, the next one writes it into the ledger.
      await mall.sweep();
      expect(await mall.sweep()).toEqual(nothingOpen);
    }
    expect(await mall.tell('o-hr', 'answerPointCase', answer)).toMatchObject({ state: 'answered', points: 7 });
    await mall.sweep();
    expect(mall.accountOf(personId)?.balance).toBe(27);
  });
  expect(cuts).toBeGreaterThan(6);
});

it('a roll-up killed at any request counts every entry once', async () => {
  const days = () => mall.stage.cloud.documents('pointDays') as unknown as StoredDay[];
  const balances = () => mall.books().accounts.reduce((sum, { balance }) => sum + balance, 0);
  const cuts = await atEveryRequest(async (cut, request) => {
    await mall.newcomer();
    passTime(43_200_000);
    await mall.stage.runTimer(main, 'minute');
    passTime(120_000);
    await cut(() => mall.stage.runTimer(main, 'minute'));
    passTime(120_000);
    await mall.stage.runTimer(main, 'minute');
    const latest = days().sort((one, other) => (one._id < other._id ? 1 : -1))[0];
    expect({ request, held: latest && heldAfter(latest) }).toEqual({ request, held: balances() });
  });
  expect(cuts).toBeGreaterThan(5);
});
