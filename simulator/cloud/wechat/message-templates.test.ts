import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTemplate, type MessageTemplate, readTemplates } from './message-templates';

const folder = mkdtempSync(join(tmpdir(), 'templates-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, 'templates.json');
  writeFileSync(file, text);
  return file;
}

const content = '礼物:{{thing1.DATA}}\n积分:{{number2.DATA}}';
const gift: MessageTemplate = { priTmplId: 'gift', title: '兑换', content, example: '', type: 2 };

test('a project without a list of templates knows none, so that any id will do', () => {
  expect(readTemplates(join(folder, 'none.json'))).toBeUndefined();
  expect(() => checkTemplate(undefined, 'anything', {})).not.toThrow();
});

test('a list is read as WeChat answers it', () => {
  const answer = { errcode: 0, errmsg: 'ok', data: [{ priTmplId: 'gift', title: '兑换', content, type: 2 }] };
  expect(readTemplates(written(JSON.stringify(answer)))).toEqual([gift]);
});

test.each([
  ['is not JSON', '{', /cannot be read/],
  ['is no list', '[]', /must be \{"data": \[…\]\}/],
  [
    'has a template without a title',
    '{"data":[{"priTmplId":"a","content":""}]}',
    /Template 1 of .* needs priTmplId, title/,
  ],
  ['has a template of a strange type', '{"data":[{"priTmplId":"a","title":"","content":"","type":1}]}', /type 2 or 3/],
])('a list that %s is refused with a sentence', (_, text, sentence) => {
  expect(() => readTemplates(written(text))).toThrow(sentence);
});

test('a message needs a template of the account and all its fields', () => {
  const thing1 = { value: '杯子' };
  expect(() => checkTemplate([gift], 'other', { thing1 })).toThrow('invalid template_id');
  expect(() => checkTemplate([gift], 'gift', { thing1 })).toThrow('data.number2.value is empty');
  expect(() => checkTemplate([gift], 'gift', { thing1, number2: { value: '3' } })).not.toThrow();
});
