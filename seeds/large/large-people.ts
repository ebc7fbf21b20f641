import {
  departmentDocument,
  departmentIdOf,
  employmentDocument,
  employmentIdOf,
  personDocument,
  personIdOf,
} from '../../cloudfunctions/people/documents';
import { seal } from '../../cloudfunctions/platform/sealed';
import type { Random } from '../../scripts/random';
import { addDays, dayOf, instant } from '../../shared/kernel/day';
import type { Day } from '../../shared/kernel/scalar';
import type { Identity } from '../../shared/people/identity';
import { Employment, Person } from '../../shared/people/model';
import { chengdu } from '../company';
import type { PeopleDocuments } from '../people-documents';

/** A colleague of the large company, as the other contexts need them. */
export interface Colleague {
  personId: string;
  openId: string;
  name: string;
  employeeNumber: string;
  departmentName: string;
  position: string;
  branchId: string;
  joinedOn: Day;
  birthOn: Day;
  /** Who leads the department in this branch; null for those themselves. */
  managerNumber: string | null;
}

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈',
];
const firstHalves = [...'思雨子文嘉一明晓俊佳志海梦欣天雪宇若诗泽景书安静建永国秋春月'];
const secondHalves = [...'涵轩琪宁杰怡然瑶航妍峰彤凯婷宸悦博洋琳辉萍超颖昊蕾远清华强敏'];

const departments: Readonly<Record<string, readonly string[]>> = {
  研发部: ['前端工程师', '后端工程师', '测试工程师', '算法工程师'],
  产品部: ['产品经理', '交互设计师'],
  客户成功部: ['客户顾问', '实施工程师'],
  市场部: ['品牌策划', '内容运营'],
  销售部: ['大客户经理', '渠道经理'],
  生产部: ['装配工', '质检员'],
  供应链部: ['采购专员', '计划员'],
  农艺部: ['农艺师', '温室技术员'],
  财务部: ['薪酬会计', '成本会计'],
  行政部: ['行政专员', '前台'],
};

function freshName(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = random.pick(surnames) + random.pick(firstHalves) + random.pick(secondHalves);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** So many colleagues besides those of the story, the longest-serving first. */
export function largeColleagues(now: Date, count: number, taken: Iterable<string>, random: Random): Colleague[] {
  const names = new Set(taken);
  const joined = Array.from({ length: count }, () => addDays(dayOf(now), -60 - random.below(2900))).sort();
  const leaders = new Map<string, string>();
  return joined.map((joinedOn, index) => {
    const employeeNumber = `YS-${1001 + index}`;
    const departmentName = random.pick(Object.keys(departments));
    const branchId = random.next() < 0.2 ? chengdu : 'head-office';
    const place = `${departmentName}.${branchId}`;
    const managerNumber = leaders.get(place) ?? null;
    if (managerNumber === null) leaders.set(place, employeeNumber);
    return {
      ...{ personId: personIdOf(employeeNumber), openId: `seed-${employeeNumber.toLowerCase()}`, employeeNumber },
      name: freshName(random, names),
      ...{ departmentName, branchId, joinedOn, managerNumber },
      position: random.pick(departments[departmentName] ?? []),
      birthOn: addDays('1972-01-01', random.below(30 * 365)),
    };
  });
}

function documentsOf(one: Colleague, isManager: boolean, now: Date) {
  const { personId, employeeNumber, name, departmentName, position, branchId, joinedOn, managerNumber } = one;
  const boundAt = instant(new Date(`${addDays(joinedOn, 1)}T02:00:00.000Z`));
  const employmentId = employmentIdOf(employeeNumber, 1);
  const phone = `1990571${employeeNumber.slice(3).padStart(4, '0')}`;
  const person = Person.parse({
    ...{ _id: personId, name, birthOn: one.birthOn, grants: [], joinedAt: boundAt, lastRequestId: null, version: 1 },
    ...{ phone: seal(phone, { collection: 'persons', id: personId, field: 'phone' }), createdAt: boundAt },
  });
  const employment = Employment.parse({
    ...{ _id: employmentId, personId, personName: name, employeeNumber, stint: 1, branchId, departmentName, position },
    ...{ departmentId: departmentIdOf(departmentName), status: 'active', dateOfJoining: joinedOn, relievingDate: null },
    ...{ exitReason: null, managerName: null, version: 1, createdAt: instant(now) },
    managerEmploymentId: managerNumber === null ? null : employmentIdOf(managerNumber, 1),
  });
  const identity: Identity = {
    ...{ _id: one.openId, personId, employmentId, name, employeeNumber, departmentName, position, branchId, isManager },
    ...{ status: 'active', dateOfJoining: joinedOn, relievingDate: null, grants: [], boundAt },
  };
  return { person: personDocument(person), employment: employmentDocument(employment), identity };
}

/** The same colleagues as the people context stores them; all of them have joined the mini program. */
export function largePeople(
  colleagues: readonly Colleague[],
  now: Date,
): Omit<PeopleDocuments, 'companies' | 'branches'> {
  const leading = new Set(colleagues.map(({ managerNumber }) => managerNumber));
  const byNumber = new Map(colleagues.map((one) => [one.employeeNumber, one]));
  const all = colleagues.map((one) => documentsOf(one, leading.has(one.employeeNumber), now));
  const nameOf = (number: string | null) => (number === null ? null : (byNumber.get(number)?.name ?? null));
  return {
    persons: all.map(({ person }) => person),
    employments: all.map(({ employment }, index) => ({
      ...employment,
      managerName: nameOf(colleagues[index]?.managerNumber ?? null),
    })),
    identities: all.map(({ identity }) => identity),
    departments: Object.keys(departments).map((name) => departmentDocument(name)),
  };
}
