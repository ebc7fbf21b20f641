import { doorCodes, refusalCodes } from '../../shared/refusal';
import { refusalText, refusalTexts } from './refusal-text';

const everyCode = [...refusalCodes, ...doorCodes, 'unreachable'] as const;

test.each(everyCode)('%s has a Chinese text that ends as a sentence', (code) => {
  expect(refusalTexts[code]).toMatch(/^[\u4e00-\u9fff].*。$/);
});

test.each(everyCode)('%s shows no hole when a number is missing', (code) => {
  const text = refusalText({ code });
  expect(text).not.toMatch(/[{}]/);
  expect(text.length).toBeGreaterThan(5);
});

test.each(everyCode)('%s says what it is about even when no number comes', (code) => {
  const [first = ''] = refusalTexts[code].split('。');
  expect(first).not.toContain('{');
});

test('numbers are named', () => {
  expect(refusalText({ code: 'points_not_enough', detail: { missing: 30 } })).toBe(
    '积分还不够。还差 30 积分，继续签到攒一攒。',
  );
});

test('a day is read as one', () => {
  expect(refusalText({ code: 'retirement_too_early', detail: { from: '2031-02-03' } })).toContain(
    '要到 2031年2月3日。',
  );
});

test('a number of zero is named too', () => {
  expect(refusalText({ code: 'joining_code_wrong', detail: { left: 0 } })).toContain('还可以试 0 次');
});

test('a sentence about a number that did not come is left out, the rest stays', () => {
  expect(refusalText({ code: 'joining_code_wrong' })).toBe('工号、入职码或二维码不对，请照着 HR 给你的再核对一遍。');
});

test('a bug carries the beginning of its trace id', () => {
  expect(refusalText({ code: 'bug', traceId: '0123456789abcdef' })).toContain('编号 01234567）');
});
