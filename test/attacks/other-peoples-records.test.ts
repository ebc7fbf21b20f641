import { employmentOf, personOf, redemptionOf, weChatOf } from '../../seeds/sample-calls/sample-call';
import { sampleCalls } from '../../seeds/sample-calls/sample-calls';
import { type Company, everyCall, openCompany } from '../open-company';

/** A company is opened for many of these, on machines that do other things too. */
jest.setTimeout(60_000);

let company: Company;
beforeAll(async () => {
  company = await openCompany();
  jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => company.close());

const hr = weChatOf('周岚');
/** HR of Chengdu only; every sample concerns the head office. */
const branchHr = weChatOf('李蓉');
const idFields = ['personId', 'employmentId', 'redemptionId', 'poolId', 'batchId', 'reviewId', 'separationId'];
const missing = {
  personId: personOf('林晓').replace(/.$/, '_'),
  employmentId: employmentOf('林晓').replace(/.$/, '9'),
  redemptionId: redemptionOf('林晓', 'seed-gift-plant').replace(/.$/, '_'),
  poolId: 'no-such-pool',
  batchId: 'no-such-batch',
  reviewId: 'post.p-none',
  separationId: 's-none',
};

/** What an answer tells, besides the number by which it is found in the log. */
const told = (answer: object) => ({ ...answer, traceId: undefined });

const ofOneRecord = everyCall.filter(({ definition }) => definition.roles.includes('branchHr'));

describe.each(ofOneRecord)('$name', ({ context, call, sample }) => {
  it("does not reach another branch's record, and does not tell that it is there (A4, A14)", async () => {
    const input: object = await sample.input(company.ask);
    const field = idFields.find((name) => Object.hasOwn(input, name));
    if (field === undefined) return;
    const before = company.contents();
    const answer = await company.send(branchHr, context, { call, input });
    expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/_not_found$/) });
    expect(company.contents()).toEqual(before);
    const nowhere = { ...input, [field]: missing[field as keyof typeof missing] };
    const answerToNothing = await company.send(branchHr, context, { call, input: nowhere });
    expect(told(answerToNothing)).toEqual(told(answer));
  });
});

describe('lists of a branch', () => {
  it('name only people of the branch (A4)', async () => {
    const answer = await company.send(branchHr, 'people', { call: 'listEmployments', input: { limit: 50 } });
    const text = JSON.stringify(answer);
    expect(answer.ok).toBe(true);
    expect(text).toContain('唐思远');
    expect(text).not.toContain('林晓');
  });

  it('show only redemptions of the branch (A4)', async () => {
    const input = { state: 'reserved', limit: 50 };
    const text = JSON.stringify(await company.send(branchHr, 'points', { call: 'listRedemptions', input }));
    expect(text).toContain('唐思远');
    expect(text).not.toContain('陈一诺');
  });

  it('show none of the batches of the head office (A4)', async () => {
    await sampleCalls.people.readRosterBatch.input(company.ask);
    const answer = await company.send(branchHr, 'people', { call: 'listRosterBatches', input: {} });
    expect(answer).toMatchObject({ ok: true, data: { items: [] } });
  });
});

describe("a colleague's redemption", () => {
  it('is as unknown as one that never was (A4, A14)', async () => {
    const read = (redemptionId: string) =>
      company.send(weChatOf('林晓'), 'points', { call: 'readMyRedemption', input: { redemptionId } });
    const answer = await read(redemptionOf('陈一诺', 'seed-gift-mug'));
    expect(answer).toMatchObject({ ok: false, code: 'redemption_not_found' });
    expect(told(await read(missing.redemptionId))).toEqual(told(answer));
  });
});

describe('joining', () => {
  it('does not tell whether a number exists, or has a code (A14)', async () => {
    await sampleCalls.people.joinWithCode.input(company.ask);
    const numbers = ['YS-0060', 'YS-0061', 'YS-0031', 'YS-9999'];
    const answers: object[] = [];
    for (const [index, employeeNumber] of numbers.entries()) {
      const input = { employeeNumber, code: 'WRNGCDE2', requestId: `attack-join-000000${index}` };
      answers.push(told(await company.send(`attack-guest-${index}`, 'people', { call: 'joinWithCode', input })));
    }
    expect(answers[0]).toMatchObject({ ok: false, code: 'joining_code_wrong' });
    expect(answers).toEqual(numbers.map(() => answers[0]));
  });
});

describe('files', () => {
  const picture = 'cloud://local-simulator.files/';
  const gift = { name: '杯', description: '', costPoints: 1, stock: 1, perPersonLimit: null };

  it.each([
    ["another gift's picture", `${picture}gifts/seed-gift-mug.png`],
    ['a way out of the folder', `${picture}gifts/../gifts/attack-gift-000001.png`],
    ['a roster', `${picture}roster/x/source.csv`],
    ['a file that is not there', `${picture}gifts/attack-gift-000001.png`],
    ['a file of another environment', 'cloud://elsewhere/gifts/attack-gift-000001.png'],
  ])('%s is no picture for a new gift (A4, A11)', async (_, pictureFileId) => {
    const before = company.contents();
    const input = { ...gift, pictureFileId, requestId: 'attack-gift-000001' };
    const answer = await company.send(hr, 'points', { call: 'addGift', input });
    expect(answer).toMatchObject({ ok: false, code: 'gift_picture_unusable' });
    expect(company.contents()).toEqual(before);
  });

  it("another batch's file is none for this batch (A4, A11)", async () => {
    const one = await sampleCalls.people.readRosterColumns.input(company.ask);
    const other = await sampleCalls.people.readRosterColumns.input(company.ask);
    const before = company.contents();
    const input = { ...one, fileId: Reflect.get(other, 'fileId') };
    const answer = await company.send(hr, 'people', { call: 'readRosterColumns', input });
    expect(answer).toMatchObject({ ok: false, code: 'roster_file_not_found' });
    expect(company.contents()).toEqual(before);
  });

  it('a phone gets no address of a file that it did not upload (A4)', async () => {
    const { fileId } = (await sampleCalls.people.readRosterColumns.input(company.ask)) as { fileId: string };
    const response = await fetch(`${company.stage.cloud.url}/phone/temp-urls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-open-id': weChatOf('林晓') },
      body: JSON.stringify({ fileList: [fileId] }),
    });
    const { fileList } = (await response.json()) as { fileList: { tempFileURL?: string }[] };
    expect(fileList[0]?.tempFileURL ?? '').toBe('');
  });
});
