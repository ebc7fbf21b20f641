import { employmentOf, personOf } from '../../seeds/sample-calls/sample-call';
import { type Farewell, openFarewell } from '../../test/farewell';
import { freshRequest, passTime, stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

let farewell: Farewell;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  farewell = await openFarewell(new Date());
});
afterAll(() => farewell.close());

const id = { requestId: 'r' };
const fresh = () => ({ ...id, requestId: freshRequest() });
const aboutLin = (factId: string) => ({
  ...{ factId, employmentId: employmentOf('林晓'), personId: personOf('林晓'), at: new Date().toISOString() },
});
const acknowledged = (factId: string) => ({
  fact: { ...aboutLin(factId), kind: 'resignation' as const, lastDay: '2026-12-20', reasonId: 'r-pay-salary' },
  ...fresh(),
});
const answers = {
  ...{ employmentId: employmentOf('林晓'), reasonIds: ['r-work-overtime'], story: '连着加班两年', suggestions: '' },
  ...{ plans: '', wouldReturn: 'perhaps' as const, wouldRecommend: 6 },
};

describe('an exit interview', () => {
  it('is opened once by what offboarding tells, and asks the manager for their own view', async () => {
    expect(await farewell.ask('offboarding', 'noteLeavingAcknowledged', acknowledged('f-lin-1'))).toMatchObject({
      ok: true,
    });
    await farewell.ask('offboarding', 'noteLeavingAcknowledged', acknowledged('f-lin-1'));
    expect(farewell.interviews().filter(({ personName }) => personName === '林晓')).toHaveLength(1);
    expect(farewell.toldTo(personOf('顾怀远'))).toContain('林晓为什么离开');
    expect(farewell.toldTo(personOf('林晓'))).not.toContain('离职面谈问卷');
    expect(await farewell.tell('林晓', 'readMyExitInterview', {})).toEqual({ interview: null });
  });

  it('waits on the list of HR in reach, and of nobody else', async () => {
    const title = '林晓的离职面谈';
    expect(farewell.tasksOf(personOf('周岚'))).toContain(title);
    for (const name of ['李蓉', '顾怀远', '林晓']) expect(farewell.tasksOf(personOf(name))).not.toContain(title);
  });

  it('goes by another last day that was agreed, and so does the task', async () => {
    passTime(1000);
    const { fact } = acknowledged('f-lin-later');
    const agreed = { fact: { ...fact, lastDay: '2026-12-28' }, ...fresh() };
    expect(await farewell.ask('offboarding', 'noteLeavingAcknowledged', agreed)).toMatchObject({ ok: true });
    const interview = farewell.interviews().find(({ personName }) => personName === '林晓');
    expect(interview).toMatchObject({ lastDay: '2026-12-28', state: 'pending', pendingSince: null });
    const entries = farewell.stage.cloud.documents('todayEntries');
    const task = entries.find(({ title, personId }) => title === '林晓的离职面谈' && personId === personOf('周岚'));
    expect(task).toMatchObject({ open: true, dueAt: '2026-12-28T16:00:00.000Z' });
  });

  it('keeps the draft to the leaver, and what was handed in as it is', async () => {
    const employmentId = employmentOf('林晓');
    await farewell.tell('周岚', 'inviteToExitInterview', { employmentId, ...fresh() });
    expect(farewell.toldTo(personOf('林晓'))).toContain('离职面谈问卷');
    await farewell.tell('林晓', 'saveMyExitForm', { ...answers, isHandedIn: false, ...fresh() });
    expect((await farewell.tell('周岚', 'readExitInterview', { employmentId })).form).toBeNull();
    const half = { ...answers, reasonIds: [], isHandedIn: true, ...fresh() };
    expect(await farewell.ask('林晓', 'saveMyExitForm', half)).toMatchObject({ code: 'exit_form_incomplete' });
    await farewell.tell('林晓', 'saveMyExitForm', { ...answers, isHandedIn: true, ...fresh() });
    const seen = await farewell.tell('周岚', 'readExitInterview', { employmentId });
    expect(seen.form).toMatchObject({ story: '连着加班两年', reasonIds: ['r-work-overtime'] });
    const again = { ...answers, story: '改口', isHandedIn: true, ...fresh() };
    expect(await farewell.ask('林晓', 'saveMyExitForm', again)).toMatchObject({ code: 'exit_interview_closed' });
    expect(JSON.stringify(farewell.interviews())).not.toContain('连着加班');
  });

  it('tells the manager nothing of it, before and after they wrote their own view', async () => {
    const employmentId = employmentOf('林晓');
    const view = { employmentId, reasonId: 'r-private-family', words: '家里有事' };
    const before = await farewell.tell('顾怀远', 'readManagerView', { employmentId });
    const after = await farewell.tell('顾怀远', 'recordManagerView', { ...view, ...fresh() });
    expect(after.view).toMatchObject({ reasonId: 'r-private-family', words: '家里有事' });
    for (const told of [before, after]) {
      expect(JSON.stringify(told)).not.toMatch(/overtime|加班|r-pay/);
    }
    const changed = { ...view, reasonId: 'r-work-overtime', ...fresh() };
    expect(await farewell.ask('顾怀远', 'recordManagerView', changed)).toMatchObject({ code: 'manager_view_written' });
  });

  it.each([
    ['a manager', '顾怀远'],
    ['IT', '赵启明'],
    ['finance', '马会敏'],
    ['administration', '钱惠'],
    ['a colleague', '陈一诺'],
    ['an alumnus', '孙倩'],
  ])('is not read by %s', async (_, name) => {
    const employmentId = employmentOf('林晓');
    expect(await farewell.ask(name, 'readExitInterview', { employmentId })).toMatchObject({ code: 'not_allowed' });
    expect(await farewell.ask(name, 'readExitPortrait', { employmentId })).toMatchObject({ code: 'not_allowed' });
    expect(await farewell.ask(name, 'readExitBoard', {})).toMatchObject({ code: 'not_allowed' });
  });

  it('is as if it were not there for HR of another branch, and for a manager of others', async () => {
    const employmentId = employmentOf('林晓');
    const missing = { code: 'exit_interview_not_found' };
    expect(await farewell.ask('李蓉', 'readExitInterview', { employmentId })).toMatchObject(missing);
    expect(await farewell.ask('李蓉', 'readManagerView', { employmentId })).toMatchObject(missing);
    expect((await farewell.tell('李蓉', 'listExitInterviews', { state: 'pending' })).items).toEqual([]);
  });

  it('shows beside it what others know, with where it comes from', async () => {
    const { parts } = await farewell.tell('周岚', 'readExitPortrait', { employmentId: employmentOf('林晓') });
    expect(parts.find(({ source }) => source === 'employment')?.lines[0]?.label).toBe('研发部 前端工程师');
    expect(parts.find(({ source }) => source === 'activities')?.lines[0]?.value).toBe('1 次');
    const learnt = parts.find(({ source }) => source === 'training')?.lines ?? [];
    expect(learnt.map(({ label, value }) => `${label} ${value}`)).toEqual([
      ...['学完的课程 2 门', '还没学完 2 门', '最近学完 积分与感恩、认识云杉'],
    ]);
    expect(parts.find(({ source }) => source === 'shifts')?.lines).toEqual([]);
  });

  it('counts after the last day with what was said in it', async () => {
    const ended = { ...aboutLin('f-lin-2'), kind: 'resignation' as const, relievingDate: '2026-12-20', reasonId: null };
    await farewell.ask('offboarding', 'noteEmploymentEnded', { fact: ended, ...fresh() });
    await farewell.ask('offboarding', 'noteEmploymentEnded', { fact: ended, ...fresh() });
    const written = farewell.leavings().filter(({ personName }) => personName === '林晓');
    expect(written).toEqual([
      expect.objectContaining({ reasonId: 'r-work-overtime', managerReasonId: 'r-private-family' }),
    ]);
    await farewell.sweep();
    expect((await farewell.tell('周岚', 'readExitBoard', {})).total).toBe(49);
  });

  it('is cancelled when the leaver stays, and its tasks go', async () => {
    const employmentId = employmentOf('王磊');
    await farewell.tell('周岚', 'inviteToExitInterview', { employmentId, ...fresh() });
    const tasks = () => [farewell.tasksOf(personOf('王磊')), farewell.tasksOf(personOf('周岚'))].flat().join();
    expect(tasks()).toMatch(/离职面谈问卷.*王磊的离职面谈/);
    passTime(1000);
    const about = { factId: 'f-wl', employmentId, personId: personOf('王磊') };
    await farewell.ask('offboarding', 'noteLeavingWithdrawn', {
      fact: { ...about, at: new Date().toISOString() },
      ...fresh(),
    });
    const found = farewell.interviews().find(({ personName }) => personName === '王磊');
    expect(found).toMatchObject({ state: 'cancelled', pendingSince: null });
    expect(tasks()).not.toMatch(/离职面谈问卷|王磊的离职面谈/);
  });
});

describe('the list of reasons', () => {
  it('keeps every word that was ever on it under its id, and lets nobody write over a colleague', async () => {
    const list = await farewell.tell('周岚', 'listExitReasons', {});
    const groups = list.groups.map(({ _id: groupId, words, reasons }) => ({
      ...{ id: groupId, words },
      reasons: reasons.map((reason) => ({
        id: reason._id,
        words: reason._id === 'r-work-overtime' ? '加班太多' : reason.words,
      })),
    }));
    const change = { groups, seenVersion: list.version };
    const changed = await farewell.tell('周岚', 'changeExitReasons', { ...change, ...fresh() });
    const work = changed.groups.find(({ _id }) => _id === 'g-work')?.reasons ?? [];
    expect(work.find(({ _id }) => _id === 'r-work-overtime')).toMatchObject({ words: '加班过多', isOffered: false });
    expect(work.find(({ words }) => words === '加班太多')).toMatchObject({ isOffered: true });
    const late = await farewell.ask('周岚', 'changeExitReasons', { ...change, ...fresh() });
    expect(late).toMatchObject({ code: 'exit_reasons_changed' });
  });
});

describe('a paper', () => {
  it('is a PDF with the company, the person and a code that anybody can verify', async () => {
    const asked = await farewell.tell('陈一诺', 'requestPaper', { kind: 'income', purpose: '租房', ...fresh() });
    expect(asked).toMatchObject({ state: 'requested', expectedOn: '2026-11-26', code: null });
    const paperId = asked._id;
    const without = { paperId, monthlyFen: null, ...fresh() };
    expect(await farewell.ask('周岚', 'issuePaper', without)).toMatchObject({ code: 'paper_income_missing' });
    const issued = await farewell.tell('周岚', 'issuePaper', { paperId, monthlyFen: 1_850_050, ...fresh() });
    const { pdf } = await farewell.tell('陈一诺', 'openPaper', { paperId });
    const text = Buffer.from(pdf, 'base64').toString('latin1');
    expect(text.startsWith('%PDF-1.5')).toBe(true);
    expect(text).toContain(Buffer.from('陈一诺', 'utf16le').swap16().toString('hex'));
    const verified = await farewell.tell('李蓉', 'verifyPaper', { code: issued.code ?? '' });
    expect(verified).toMatchObject({ kind: 'income', maskedName: '陈**' });
    expect(JSON.stringify(verified)).not.toMatch(/1850050|18,500/);
    expect(JSON.stringify(farewell.papers())).not.toContain('1850050');
  });

  it('opens for its owner and HR in reach only, and is not found by a code that is nearly right', async () => {
    const [paper] = farewell.papers().filter(({ personName, state }) => personName === '孙倩' && state === 'issued');
    const paperId = paper?._id ?? '';
    expect(await farewell.ask('孙倩', 'openPaper', { paperId })).toMatchObject({ ok: true });
    for (const name of ['林晓', '李蓉', '顾怀远']) {
      expect(await farewell.ask(name, 'openPaper', { paperId })).toMatchObject({ code: 'paper_not_found' });
    }
    const code = `${(paper?.code ?? '').slice(0, 19)}2`;
    expect(await farewell.ask('陈一诺', 'verifyPaper', { code })).toMatchObject({ code: 'paper_code_unknown' });
  });

  it('about the end comes on the last day, once, and not before', async () => {
    const input = { employmentId: employmentOf('王磊'), at: new Date().toISOString(), ...fresh() };
    const early = await farewell.ask('offboarding', 'issueLeavingCertificate', {
      ...input,
      relievingDate: '2026-12-20',
    });
    expect(early).toMatchObject({ code: 'paper_not_yet' });
    await farewell.ask('offboarding', 'issueLeavingCertificate', { ...input, relievingDate: '2026-11-22' });
    await farewell.ask('offboarding', 'issueLeavingCertificate', { ...input, relievingDate: '2026-11-22' });
    expect(farewell.papers().filter(({ personName }) => personName === '王磊')).toHaveLength(1);
    expect(farewell.toldTo(personOf('王磊')).filter((title) => title === '离职证明已开好')).toHaveLength(1);
    const leaving = { kind: 'leaving' as const, purpose: '入职', ...fresh() };
    expect(await farewell.ask('陈一诺', 'requestPaper', leaving)).toMatchObject({ code: 'paper_not_yet' });
    const employed = { kind: 'employment' as const, purpose: '签证', ...fresh() };
    expect(await farewell.ask('孙倩', 'requestPaper', employed)).toMatchObject({ code: 'paper_only_employed' });
  });
});

describe('an alumnus', () => {
  it('shows HR nothing without consent, no contact without that one, and is gone when erased', async () => {
    const none = { contact: false, news: false, jobs: false };
    const record = { contact: 'sq@example.com', nowDoing: '读研', wouldReturn: 'yes' as const, expertIn: ['短视频'] };
    await farewell.tell('孙倩', 'saveMyAlumniRecord', { ...record, consents: none, ...fresh() });
    expect((await farewell.tell('周岚', 'listAlumni', {})).items).toEqual([]);
    await farewell.tell('孙倩', 'saveMyAlumniRecord', { ...record, consents: { ...none, news: true }, ...fresh() });
    expect((await farewell.tell('周岚', 'listAlumni', {})).items).toMatchObject([
      { personName: '孙倩', contact: null },
    ]);
    expect((await farewell.tell('李蓉', 'listAlumni', {})).items).toEqual([]);
    expect(JSON.stringify(farewell.alumni())).not.toContain('sq@example.com');
    await farewell.tell('孙倩', 'eraseMyAlumniRecord', fresh());
    expect(farewell.alumni()).toEqual([]);
  });
});

describe('the board', () => {
  it('of several branches is told one by one, and only to whom they are given', async () => {
    const grants = ['chengdu', 'head-office'].map((branchId) => ({ role: 'branchHr' as const, branchId }));
    await farewell.regrant('李蓉', grants);
    const first = await farewell.tell('李蓉', 'readExitBoard', {});
    expect(first).toMatchObject({ branchId: 'chengdu', branchIds: ['chengdu', 'head-office'], total: null });
    const other = await farewell.tell('李蓉', 'readExitBoard', { branchId: 'head-office' });
    expect(other).toMatchObject({ branchId: 'head-office', total: 49, turnover: null });
    const far = { branchId: 'shenzhen' };
    expect(await farewell.ask('李蓉', 'readExitBoard', far)).toMatchObject({ code: 'branch_out_of_reach' });
  });

  it('of one branch is not shown beside the whole company, from which it could be subtracted', async () => {
    const branch = { branchId: 'chengdu' };
    expect(await farewell.ask('周岚', 'readExitBoard', branch)).toMatchObject({ code: 'branch_out_of_reach' });
    expect(await farewell.tell('周岚', 'readExitBoard', {})).toMatchObject({ branchId: null, branchIds: [] });
  });
});

it('the board costs two requests besides the identity', async () => {
  const { dbRequests } = await farewell.stage.counted(() => farewell.tell('周岚', 'readExitBoard', {}));
  expect(dbRequests).toBe(3);
});
