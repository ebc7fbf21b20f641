import { CloudError } from '../cloud-error';
import type { Document } from './document';

/** A rule as a filter over documents, and the fields it looks at. */
export interface AccessRule {
  filter: Document;
  fields: ReadonlySet<string>;
}

const TOKEN = /\s*(?:(&&|\|\||==|!=|>=|<=|>|<|\(|\))|'([^']*)'|"([^"]*)"|([\w.]+|-\d+))/y;
const OPERATORS: Readonly<Record<string, string>> = {
  '==': '$eq',
  '!=': '$ne',
  '>': '$gt',
  '>=': '$gte',
  '<': '$lt',
  '<=': '$lte',
};
/** `auth.openid == doc._openid` says the same as the other way round. */
const MIRRORED: Readonly<Record<string, string>> = { '>': '<', '>=': '<=', '<': '>', '<=': '>=' };

type Token = { sign: string } | { value: unknown } | { field: string };

/**
 * Reads a security rule for one person: comparisons of `doc.FIELD` with a text, a number, `true`, `false`, `null` or
 * `auth.openid`, joined by `&&`, `||` and parentheses. The platform's functions (`get`, `in`, `now`) are not built:
 * such a rule is refused, never taken for a yes.
 */
export function readRule(rule: string, openId: string): AccessRule {
  const tokens = readTokens(rule, openId);
  const fields = new Set<string>();
  const refuse = (): never => {
    throw new CloudError('INVALID_PARAM', `The security rule "${rule}" is not understood.`);
  };
  const take = (...signs: string[]): string | undefined => {
    const [token] = tokens;
    if (token === undefined || !('sign' in token) || !signs.includes(token.sign)) return undefined;
    tokens.shift();
    return token.sign;
  };
  const readComparison = (): Document => {
    if (take('(') !== undefined) {
      const inner = readAny();
      return take(')') === undefined ? refuse() : inner;
    }
    const left = tokens.shift();
    const sign = take(...Object.keys(OPERATORS));
    const right = tokens.shift();
    if (left === undefined || sign === undefined || right === undefined) return refuse();
    const [field, value, direction] = 'field' in left ? [left, right, sign] : [right, left, MIRRORED[sign] ?? sign];
    if (!('field' in field) || !('value' in value)) return refuse();
    fields.add(field.field);
    return { [field.field]: { [OPERATORS[direction] ?? refuse()]: value.value } };
  };
  const readAll = (): Document => {
    const parts = [readComparison()];
    while (take('&&') !== undefined) parts.push(readComparison());
    return { $and: parts };
  };
  const readAny = (): Document => {
    const parts = [readAll()];
    while (take('||') !== undefined) parts.push(readAll());
    return { $or: parts };
  };
  const filter = readAny();
  return tokens.length > 0 ? refuse() : { filter, fields };
}

function readTokens(rule: string, openId: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (rule.slice(TOKEN.lastIndex).trim() !== '') {
    const found = TOKEN.exec(rule);
    if (found === null) throw new CloudError('INVALID_PARAM', `The security rule "${rule}" is not understood.`);
    const [, sign, single, double, word = ''] = found;
    if (sign !== undefined) tokens.push({ sign });
    else if ((single ?? double) !== undefined) tokens.push({ value: single ?? double });
    else tokens.push(readWord(word, rule, openId));
  }
  return tokens;
}

const CONSTANTS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

function readWord(word: string, rule: string, openId: string): Token {
  if (word === 'auth.openid') return { value: openId };
  if (word.startsWith('doc.')) return { field: word.slice('doc.'.length) };
  if (Object.hasOwn(CONSTANTS, word)) return { value: CONSTANTS[word] };
  if (word !== '' && Number.isFinite(Number(word))) return { value: Number(word) };
  throw new CloudError('INVALID_PARAM', `The security rule "${rule}" is not understood: ${word}.`);
}
