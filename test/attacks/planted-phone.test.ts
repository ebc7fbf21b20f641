import { figures } from '../../seeds/company';
import { type SampleCall, weChatOf } from '../../seeds/sample-calls/sample-call';
import { sampleCalls } from '../../seeds/sample-calls/sample-calls';
import { type Company, everyCall, openCompany } from '../open-company';

/** Phones in the seeds, and those in the roster that the samples import. */
const planted = [...figures.map(({ phone }) => phone), '13900010062', '13900010063', '13900010064'];

/** A company is opened for many of these, on machines that do other things too. */
jest.setTimeout(60_000);

let company: Company;
const printed: string[] = [];
beforeAll(async () => {
  for (const method of ['error', 'log', 'warn', 'info'] as const) {
    jest.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      printed.push(words.map(String).join(' '));
    });
  }
  company = await openCompany();
});
afterAll(() => company.close());

describe('personal data (A16)', () => {
  beforeAll(async () => {
    for (const { context, call, sample } of everyCall) {
      if (sample.as === 'system') continue;
      const input = await sample.input(company.ask);
      await company.send(sample.as, context, { call, input });
      await company.send(sample.as, context, { call, input: { ...input, phone: planted[0] } });
      await company.send(sample.as, context, { call, input: { ...input, requestId: planted[0] } });
    }
    const roster: SampleCall = sampleCalls.people.undoRosterBatch;
    await roster.input(company.ask);
  });

  const inDatabase = () => company.contents().join();

  it('is read back by HR in full, so that the test below looks for the right thing', async () => {
    const input = await sampleCalls.people.readPerson.input(company.ask);
    const answer = await company.send(weChatOf('周岚'), 'people', { call: 'readPerson', input });
    expect(JSON.stringify(answer)).toContain(planted.find((phone) => phone === '13757110031'));
  });

  it.each(planted)('phone %s stands nowhere in the database as it is', (phone) => {
    expect(inDatabase()).not.toContain(phone);
  });

  it('no phone and no OpenID is in the logs', () => {
    expect(printed.length).toBeGreaterThan(0);
    const text = printed.join('\n');
    expect(planted.filter((phone) => text.includes(phone))).toEqual([]);
    expect(figures.filter(({ name }) => text.includes(name)).map(({ name }) => name)).toEqual([]);
    expect(text).not.toMatch(/seed-ys-\d{4}(?!-)/);
  });
});
