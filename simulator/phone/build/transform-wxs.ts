/**
 * WXS is its own language in WeChat and runs as plain JavaScript here; three habits differ and are rewritten:
 * `x.constructor === 'String'` compares with a type name, `getRegExp('\d')` keeps the backslash of an unknown
 * escape, and `require('./a.wxs')` names the file with its extension.
 */
export function transformWxs(source: string): string {
  return source
    .replace(/\.constructor\b/g, '.__wxsType')
    .replace(/(\bgetRegExp\s*\(\s*)(['"])((?:\\.|(?!\2).)*)\2/g, (_, call: string, quote: string, pattern: string) => {
      return (
        call +
        quote +
        pattern.replace(/\\(\\|.)/g, (pair, next: string) => (next === '\\' ? pair : `\\${pair}`)) +
        quote
      );
    })
    .replace(/(\brequire\s*\(\s*)(['"])([^'"]+?)\.wxs\2/g, '$1$2$3$2');
}
