import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveUnits } from './browser/units';
import { ProgramFiles } from './build/program-files';
import { transformWxs } from './build/transform-wxs';
import { scopeSelector, transformWxss } from './build/transform-wxss';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'wxss-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function compile(files: Record<string, string>, scope = ''): { css: string; problems: string[] } {
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(root, name), content);
  const problems: string[] = [];
  return { css: transformWxss(new ProgramFiles(root), 'a.wxss', scope, problems), problems };
}

test.each([
  ['28rpx', 'calc(28 * var(--rpx))'],
  ['-1.5rpx auto .5rpx', 'calc(-1.5 * var(--rpx)) auto calc(.5 * var(--rpx))'],
  ['600 28rpx / 44rpx x', '600 calc(28 * var(--rpx)) / calc(44 * var(--rpx)) x'],
  ['calc(100% - 20rpx)', 'calc(100% - calc(20 * var(--rpx)))'],
  ['var(--gap-20rpx)', 'var(--gap-20rpx)'],
  ['url(a20rpx.png)', 'url(a20rpx.png)'],
  ['env(safe-area-inset-bottom)', 'var(--safe-area-bottom)'],
  ['calc(8px + constant(safe-area-inset-top, 0px))', 'calc(8px + var(--safe-area-top))'],
  ['20px', '20px'],
])('the length %s becomes %s', (wxss, css) => {
  expect(resolveUnits(wxss)).toBe(css);
});

test.each([
  ['.a.b > .c', 's1', '.s1--a.s1--b > .s1--c'],
  ['.a', '', '.a'],
  ['page, view text', '', 'wx-page, wx-view wx-text'],
  ['#pay .a', 's1', '[wx-id=pay] .s1--a'],
  [':host', 's1', '[wx-host=s1]'],
  ['.a:not(.b)::before', 's1', '.s1--a:not(.s1--b)::before'],
  ['t-cell', 's1', 'wx-t-cell'],
])('the selector %s in scope "%s" becomes %s', (wxss, scope, css) => {
  expect(scopeSelector(wxss, scope)).toBe(css);
});

test('imports are put in place, once in a circle, and keyframes keep their steps', () => {
  const { css, problems } = compile(
    {
      'a.wxss': "@import './b.wxss';\n@keyframes x { from { top: 0 } 50% { top: 10rpx } }\n.a { top: 1rpx }",
      'b.wxss': '@import "a.wxss";\n.b { top: 2rpx }',
    },
    's1',
  );
  expect(problems).toEqual([]);
  expect(css.replace(/\s+/g, ' ')).toBe(
    '.s1--b { top: calc(2 * var(--rpx)) } @keyframes x { from { top: 0 } 50% { top: calc(10 * var(--rpx)) } } ' +
      '.s1--a { top: calc(1 * var(--rpx)) }',
  );
});

test("TDesign's remote icon font gives way to the icons of the phone", () => {
  const font = '@font-face{font-family:t;src:url(https://tdesign.gtimg.com/icon/0.4.3/fonts/t.woff)}';
  const { css } = compile({ 'a.wxss': `${font} .t-icon-add:before{content:'\\E001'}` }, 's1');
  expect(css).not.toContain('gtimg');
  expect(css).toContain('.s1--t-icon-add{--phone-icon:add}');
});

test('an icon that is not published says which it is', () => {
  const font = '@font-face{font-family:t;src:url(https://tdesign.gtimg.com/icon/9.9.9/fonts/t.woff)}';
  const { css } = compile({ 'a.wxss': `${font} .t-icon-of-next-year:before{content:'\\E999'}` }, '');
  expect(css).toContain('--phone-missing-icon:of-next-year');
  expect(css).not.toContain('--phone-icon:');
});

test('WXS keeps the backslash of a pattern, knows type names, and requires without the ending', () => {
  expect(transformWxs(String.raw`var r = getRegExp('^-?\d+$'); x.constructor === 'Array'; require("./a.wxs")`)).toBe(
    String.raw`var r = getRegExp('^-?\\d+$'); x.__wxsType === 'Array'; require("./a")`,
  );
  expect(transformWxs(String.raw`getRegExp("a\\b", 'g')`)).toBe(String.raw`getRegExp("a\\b", 'g')`);
});
