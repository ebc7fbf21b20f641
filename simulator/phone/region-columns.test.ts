import { type Divisions, regionColumns, regionFromIndexes } from './browser/frame/builtins/region-columns';

const divisions: Divisions = {
  provinces: { 110000: '北京市', 440000: '广东省' },
  cities: { 110100: '北京市', 440100: '广州市', 440300: '深圳市' },
  districts: { 110101: '东城区', 440106: '天河区', 440304: '福田区', 440305: '南山区' },
};
const plain = { customItem: '', depth: 3 };

test('each column offers what lies in the one before', () => {
  expect(regionColumns(divisions, ['广东省', '深圳市', '南山区'], plain)).toEqual([
    { labels: ['北京市', '广东省'], index: 1 },
    { labels: ['广州市', '深圳市'], index: 1 },
    { labels: ['福田区', '南山区'], index: 1 },
  ]);
});

test('a name that is not known stands first', () => {
  expect(regionColumns(divisions, ['火星'], plain).map(({ index }) => index)).toEqual([0, 0, 0]);
});

test('the answer has names and codes, and the last of a column that is too short', () => {
  expect(regionFromIndexes(divisions, [1, 0, 5], plain)).toEqual({
    value: ['广东省', '广州市', '天河区'],
    code: ['440000', '440100', '440106'],
  });
});

test('a level cuts the wheel short', () => {
  expect(regionFromIndexes(divisions, [1, 1, 1], { customItem: '', depth: 2 })).toEqual({
    value: ['广东省', '深圳市'],
    code: ['440000', '440300'],
  });
});

test('an item for all stands first in every column and has no code', () => {
  const all = { customItem: '全部', depth: 3 };
  expect(regionColumns(divisions, ['广东省', '全部', '全部'], all)).toEqual([
    { labels: ['全部', '北京市', '广东省'], index: 2 },
    { labels: ['全部', '广州市', '深圳市'], index: 0 },
    { labels: ['全部'], index: 0 },
  ]);
  expect(regionFromIndexes(divisions, [2, 0, 0], all)).toEqual({ value: ['广东省', '全部', '全部'], code: ['440000'] });
});
