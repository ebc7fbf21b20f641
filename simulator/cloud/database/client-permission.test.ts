import type { CollectionPermission } from '../function-declaration';
import { type ClientAction, mayClient, ownCondition } from './client-permission';

const own = { document: { _id: 1, _openid: 'zhou' } };
const other = { document: { _id: 2, _openid: 'lin' } };
const ACTIONS: ClientAction[] = ['read', 'create', 'update', 'delete'];

/** Which actions are allowed, as r, c, u, d. */
function allowed(permission: CollectionPermission | undefined, subject: typeof own): string {
  return ACTIONS.filter((action) => mayClient(action, permission, 'zhou', subject))
    .map((action) => action.charAt(0))
    .join('');
}

test.each([
  ['READONLY', 'rcud', 'r'],
  ['PRIVATE', 'rcud', ''],
  ['ADMINWRITE', 'r', 'r'],
  ['ADMINONLY', '', ''],
  [undefined, '', ''],
] as const)('%s opens of one’s own documents %s, of others’ %s', (permission, mine, theirs) => {
  expect(allowed(permission, own)).toBe(mine);
  expect(allowed(permission, other)).toBe(theirs);
});

test('a document without an owner is nobody’s own', () => {
  expect(allowed('PRIVATE', { document: { _id: 3 } } as never)).toBe('');
});

test('a preset narrows what is looked for to one’s own documents', () => {
  expect(ownCondition('read', 'PRIVATE', 'zhou')).toEqual({ _openid: 'zhou' });
  expect(ownCondition('update', 'READONLY', 'zhou')).toEqual({ _openid: 'zhou' });
  expect(ownCondition('read', 'READONLY', 'zhou')).toEqual({});
});

test('rules compare fields with values and with the person; write stands for what is not named', () => {
  const permission = {
    read: "doc.state == 'published' || auth.openid == doc._openid",
    write: '(doc._openid == auth.openid && doc.locked != true)',
    delete: false,
  };
  expect(allowed(permission, own)).toBe('rcu');
  expect(allowed(permission, other)).toBe('');
  expect(allowed(permission, { document: { ...other.document, state: 'published' } } as never)).toBe('r');
  expect(allowed(permission, { document: { ...own.document, locked: true } } as never)).toBe('r');
  expect(mayClient('read', { read: 'doc.age >= 18' }, 'zhou', { document: { age: 17 } })).toBe(false);
  expect(mayClient('read', { read: '18 <= doc.age' }, 'zhou', { document: { age: 18 } })).toBe(true);
});

test('a query is allowed when it fixes what the rule looks at, and only then', () => {
  const permission = { read: 'doc._openid == auth.openid && doc.meta.hidden != true' };
  const may = (query: Record<string, unknown>) => mayClient('read', permission, 'zhou', { query });
  expect(may({ _openid: 'zhou', 'meta.hidden': false })).toBe(true);
  expect(may({ $and: [{ _openid: { $eq: 'zhou' } }, { 'meta.hidden': false }], n: { $gt: 1 } })).toBe(true);
  expect(may({ _openid: 'zhou' })).toBe(false);
  expect(may({ _openid: 'lin', 'meta.hidden': false })).toBe(false);
  expect(may({ _openid: { $ne: 'lin' }, 'meta.hidden': false })).toBe(false);
  expect(may({ $or: [{ _openid: 'zhou', 'meta.hidden': false }, { n: 1 }] })).toBe(false);
  expect(may({})).toBe(false);
});

test.each([
  'get(`database.x`) != null',
  'doc.n',
  'doc.n == ',
  'doc.n == doc.m',
  'doc.n == 1 doc.m == 2',
  '(doc.n == 1',
])('the rule %s is refused, not taken for a yes', (rule) => {
  expect(() => mayClient('read', { read: rule }, 'zhou', own)).toThrow('is not understood');
});
