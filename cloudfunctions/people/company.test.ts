import { freshRequest, stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  office = await openPersonnel();
});
afterEach(() => office.close());

const written = {
  ...{ name: '云杉科技', tagline: '让温室自己照看庄稼', about: '做温室软件。', headcount: 60, foundedYear: 2018 },
  culture: [{ title: '先问庄稼', sentence: '需求先到棚里看一眼。' }],
  cities: ['杭州', '成都'],
};
const change = (seenVersion: number, more: object = {}, requestId = freshRequest()) => ({
  ...{ ...written, seenVersion, requestId },
  ...more,
});

describe('公司介绍', () => {
  it('is read by whoever looks in, at one request beside knowing the caller', async () => {
    expect(await office.tell('o-nobody', 'readCompany', {})).toEqual({ company: null });
    await office.tell('o-hr', 'changeCompany', change(0));
    for (const openId of ['o-nobody', 'o-lan', 'o-left']) {
      const { result, dbRequests } = await office.stage.counted(() => office.tell(openId, 'readCompany', {}));
      expect({ company: result.company, dbRequests }).toEqual({ company: { ...written, version: 1 }, dbRequests: 2 });
    }
  });

  it('is written by HR of the whole company only', async () => {
    for (const openId of ['o-nobody', 'o-lan', 'o-south']) {
      expect((await office.refusalOf(openId, 'changeCompany', change(0))).code).toMatch(/^not_/);
    }
    expect(office.stage.cloud.documents('companies')).toEqual([]);
  });

  it('is never overwritten unseen, and a repeat answers the same', async () => {
    const first = change(0);
    const answer = await office.tell('o-hr', 'changeCompany', first);
    expect(await office.tell('o-hr', 'changeCompany', first)).toEqual(answer);
    const other = change(0, { headcount: 61 });
    expect(await office.refusalOf('o-hr', 'changeCompany', other)).toMatchObject({ code: 'company_changed' });
    const second = await office.tell('o-hr', 'changeCompany', change(1, { cities: ['杭州'], culture: [] }));
    expect(second).toMatchObject({ version: 2, cities: ['杭州'], culture: [] });
    expect(await office.refusalOf('o-hr', 'changeCompany', first)).toMatchObject({ code: 'company_changed' });
    expect((await office.tell('o-lan', 'readCompany', {})).company).toEqual(second);
  });
});
