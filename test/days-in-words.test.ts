import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayInWords, todayOf } from '../miniprogram/wording/day';
import { root } from './source-tree';

const program = join(root, 'miniprogram');
const templates = readdirSync(program, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.wxml') && !file.startsWith('miniprogram_npm'),
);

/** The day that a date picker is set to, where it is shown as a machine writes it. */
function rawDays(template: string): string[] {
  const pickers = template.match(/<picker\b(?:(?!<\/picker>)[\s\S])*?mode="date"[\s\S]*?<\/picker>/g) ?? [];
  return pickers.flatMap((picker) => {
    const [, value = ''] = /\svalue="\{\{(.+?)\}\}"/.exec(picker) ?? [];
    const shown = picker.replace(/\s(?:value|start|end)="\{\{.+?\}\}"/g, '').match(/\{\{.+?\}\}/g) ?? [];
    const [name = ''] = value.split('|');
    const raw = (said: string) => said === name.trim() || said.startsWith(`${name.trim()} ||`);
    return shown.filter((expression) => raw(expression.slice(2, -2).trim()));
  });
}

test('a day shown as it is set is found, whether alone or with what stands for none', () => {
  const picker = (shown: string) => `<picker mode="date" value="{{draft.day}}"><text>${shown}</text></picker>`;
  expect(rawDays(picker('{{draft.day}}'))).toEqual(['{{draft.day}}']);
  expect(rawDays(picker("{{draft.day || '请选择'}}"))).toEqual(["{{draft.day || '请选择'}}"]);
  expect(rawDays(picker("{{written.inWords(draft.day) || '请选择'}}"))).toEqual([]);
  expect(rawDays('<picker mode="time" value="{{at}}">{{at}}</picker>')).toEqual([]);
});

test.each(templates)('%s shows the days of its pickers in words', (file) => {
  expect(rawDays(readFileSync(join(program, file), 'utf8'))).toEqual([]);
});

test('templates write a day as pages do', () => {
  const source = readFileSync(join(program, 'wording/day.wxs'), 'utf8');
  const module = { exports: { inWords: (day: string) => day } };
  new Function('module', 'getDate', source)(module, () => new Date());
  const today = todayOf(new Date());
  for (const day of [today, '2020-01-05', '2031-12-31']) {
    expect(module.exports.inWords(day)).toBe(dayInWords(day, today));
  }
  expect(module.exports.inWords('2026-03')).toBe('2026年3月');
  expect(module.exports.inWords('')).toBe('');
});
