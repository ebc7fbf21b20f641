import type { Role } from '../../shared/kernel/role';
import { tabsOf } from './tabs-of';

const textsFor = (...roles: Role[]) => tabsOf({ roles }).map(({ text }) => text);

test.each<[string, Role[], string[]]>([
  ['a visitor', ['visitor'], ['首页', '我的']],
  ['a candidate', ['visitor', 'candidate'], ['首页', '我的']],
  ['a new hire', ['visitor', 'newHire'], ['首页', '成长', '我的']],
  ['an alumnus', ['visitor', 'alumnus'], ['首页', '我的']],
  ['an employee', ['visitor', 'employee'], ['今天', '社区', '成长', '我的']],
  ['a manager', ['visitor', 'employee', 'manager'], ['今天', '社区', '成长', '我的']],
  ['somebody leaving', ['visitor', 'employee', 'leaving'], ['今天', '社区', '成长', '我的']],
  ['HR', ['visitor', 'employee', 'hr'], ['今天', '社区', '成长', '管理', '我的']],
  ['HR of a branch', ['visitor', 'employee', 'branchHr'], ['今天', '社区', '成长', '管理', '我的']],
])('%s sees the tabs that are theirs', (_, roles, texts) => {
  expect(textsFor(...roles)).toEqual(texts);
});
