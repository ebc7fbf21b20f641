import { companyTextOf, draftOf, draftProblems, emptyDraft } from './company-draft';

const company = {
  ...{
    name: '云杉科技',
    tagline: '让温室自己照看庄稼',
    about: '做温室软件。\n在杭州。',
    headcount: 60,
    foundedYear: 2018,
  },
  culture: [
    { title: '先到棚里看', sentence: '先看现场：再写代码。' },
    { title: '慢慢长', sentence: '不催。' },
  ],
  cities: ['杭州', '成都'],
};

test('what was saved comes back as it was, however often it is opened', () => {
  expect(companyTextOf(draftOf({ ...company, version: 3 }))).toEqual(company);
  expect(draftProblems(draftOf({ ...company, version: 3 }))).toEqual({});
});

test('cities and culture may be typed with any usual comma and colon, and blank lines', () => {
  const draft = { ...draftOf({ ...company, version: 1 }), cities: '杭州, 成都', culture: '\n慢慢长: 不催。\n\n' };
  expect(companyTextOf(draft)).toMatchObject({
    cities: ['杭州', '成都'],
    culture: [{ title: '慢慢长', sentence: '不催。' }],
  });
});

test('an empty form names every field that must be filled', () => {
  expect(Object.keys(draftProblems(emptyDraft))).toEqual(['name', 'tagline', 'headcount', 'foundedYear', 'cities']);
});

test.each([
  ['a culture line without a sentence', { culture: '慢慢长' }, 'culture'],
  ['a seventh line of culture', { culture: Array.from({ length: 7 }, () => '慢：长').join('\n') }, 'culture'],
  ['401 characters about the company', { about: '长'.repeat(401) }, 'about'],
  ['a year of two digits', { foundedYear: '18' }, 'foundedYear'],
  ['a headcount with a fraction', { headcount: '60.5' }, 'headcount'],
  ['thirteen cities', { cities: Array.from({ length: 13 }, (_, index) => `城${index}`).join('、') }, 'cities'],
])('%s is said beside its field', (_, typed, field) => {
  expect(Object.keys(draftProblems({ ...draftOf({ ...company, version: 1 }), ...typed }))).toEqual([field]);
});
