import { freshKeys } from '../../test/stage';
import { codeNow, isCodeFresh } from './check-in-code';

beforeAll(() => Object.assign(process.env, freshKeys()));
const moment = (millis: number) => new Date(Date.parse('2026-11-22T02:00:00.000Z') + millis);

it('a code is eight letters and digits, lasts fifteen seconds and says how long it still does', () => {
  const { code, nextInMillis } = codeNow('s-1', moment(0));
  expect(code).toMatch(/^[A-Z2-7]{8}$/);
  expect(nextInMillis).toBe(15_000);
  expect(codeNow('s-1', moment(14_999))).toEqual({ code, nextInMillis: 1 });
  expect(codeNow('s-1', moment(15_000)).code).not.toBe(code);
});

it('believed are the code shown and the one before, never the one to come, nor one of something else', () => {
  const { code } = codeNow('s-1', moment(0));
  expect(isCodeFresh('s-1', code, moment(29_999))).toBe(true);
  expect(isCodeFresh('s-1', code, moment(30_000))).toBe(false);
  expect(isCodeFresh('s-1', code, moment(-1))).toBe(false);
  expect(isCodeFresh('s-2', code, moment(0))).toBe(false);
});
