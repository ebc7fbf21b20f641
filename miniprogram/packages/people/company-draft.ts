import type { InputOf } from '../../../shared/kernel/contract';
import type { Company } from '../../../shared/people/company';
import type { PeopleContract } from '../../../shared/people/contract';

/** What is typed, as it is typed; kept on the phone until it is saved. */
export interface CompanyDraft {
  name: string;
  tagline: string;
  headcount: string;
  foundedYear: string;
  /** Names with 、 or commas between. */
  cities: string;
  about: string;
  /** One a line: a word, a colon, a sentence. */
  culture: string;
}
export type CompanyField = keyof CompanyDraft;
export type CompanyText = Omit<InputOf<PeopleContract['changeCompany']>, 'seenVersion' | 'requestId'>;

export const emptyDraft: CompanyDraft = {
  ...{ name: '', tagline: '', headcount: '', foundedYear: '', cities: '', about: '', culture: '' },
};

export function draftOf({ name, tagline, headcount, foundedYear, cities, about, culture }: Company): CompanyDraft {
  return {
    ...{ name, tagline, about, headcount: String(headcount), foundedYear: String(foundedYear) },
    cities: cities.join('、'),
    culture: culture.map(({ title, sentence }) => `${title}：${sentence}`).join('\n'),
  };
}

const citiesIn = (text: string) =>
  text
    .split(/[、，,\s]+/)
    .map((city) => city.trim())
    .filter((city) => city !== '');

const cultureIn = (text: string) =>
  text
    .split('\n')
    .map((written) => written.trim())
    .filter((written) => written !== '')
    .map((written) => {
      const [title = '', ...rest] = written.split(/[：:]/);
      return { title: title.trim(), sentence: rest.join('：').trim() };
    });

const fits = (text: string, most: number) => text.trim().length >= 1 && text.trim().length <= most;
const wholeWithin = (text: string, min: number, max: number) =>
  /^\d{1,7}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;

/** What to put right before saving, beside each field. The cloud checks again. */
export function draftProblems(draft: CompanyDraft): Partial<Record<CompanyField, string>> {
  const cities = citiesIn(draft.cities);
  const culture = cultureIn(draft.culture);
  const citiesFit = cities.length >= 1 && cities.length <= 12 && cities.every((city) => fits(city, 12));
  const cultureFits =
    culture.length <= 6 && culture.every(({ title, sentence }) => fits(title, 12) && fits(sentence, 60));
  return {
    ...(fits(draft.name, 40) ? {} : { name: '请填公司名称，最多 40 个字' }),
    ...(fits(draft.tagline, 60) ? {} : { tagline: '请用一句话说明公司做什么，最多 60 个字' }),
    ...(wholeWithin(draft.headcount, 1, 1_000_000) ? {} : { headcount: '请填 1 到 1000000 的整数' }),
    ...(wholeWithin(draft.foundedYear, 1800, 2100) ? {} : { foundedYear: '请填四位年份，例如 2018' }),
    ...(citiesFit ? {} : { cities: '请填 1 到 12 个城市，用顿号隔开，每个最多 12 个字' }),
    ...(draft.about.trim().length <= 400 ? {} : { about: '最多 400 个字' }),
    ...(cultureFits ? {} : { culture: '最多 6 行；每行一个词（12 字内）、冒号、一句话（60 字内）' }),
  };
}

/** The draft as the call takes it. */
export function companyTextOf(draft: CompanyDraft): CompanyText {
  return {
    name: draft.name.trim(),
    tagline: draft.tagline.trim(),
    about: draft.about.trim(),
    headcount: Number(draft.headcount),
    foundedYear: Number(draft.foundedYear),
    cities: citiesIn(draft.cities),
    culture: cultureIn(draft.culture),
  };
}
