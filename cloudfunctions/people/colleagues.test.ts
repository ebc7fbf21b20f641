import type { Answer, InputOf, OutputOf } from '../../shared/kernel/contract';
import type { PeopleContract } from '../../shared/people/contract';
import { stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';
import { collection } from '../platform/db';
import { signedCall } from '../platform/system-call';
import type { PersonDocument } from './documents';
import { main } from './index';

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  office = await openPersonnel();
});
afterEach(() => office.close());

type SystemCall = 'readColleagues' | 'listColleagues';

async function asSystem<Name extends SystemCall>(call: Name, input: InputOf<PeopleContract[Name]>) {
  const event = signedCall('people', call, input, new Date());
  const answer: Answer<OutputOf<PeopleContract[Name]>> = await office.stage.call(main, null, event);
  if (!answer.ok) throw new Error(`${call} was refused: ${answer.code}`);
  return answer.data;
}

it('finds colleagues by the beginning of a name, and tells name, department and post only', async () => {
  await office.employ('N1', { personName: '陈一诺' });
  await office.employ('N2', { personName: '陈晨' });
  await office.employ('N3', { personName: '林晓' });
  const { items } = await office.tell('o-lan', 'findColleagues', { search: '陈' });
  expect(items.map(({ name }) => name).sort()).toEqual(['陈一诺', '陈晨'].sort());
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['departmentName', 'name', 'personId', 'position']);
});

it('does not find who has left, whose last day was yesterday, or who starts tomorrow', async () => {
  await office.employ('N1', { personName: '陈左', status: 'left' });
  await office.employ('N2', { personName: '陈昨', status: 'noticePeriod', relievingDate: '2026-11-19' });
  await office.employ('N3', { personName: '陈明', dateOfJoining: '2026-11-21' });
  await office.employ('N4', { personName: '陈今', status: 'noticePeriod', relievingDate: '2026-11-20' });
  const { items } = await office.tell('o-lan', 'findColleagues', { search: '陈' });
  expect(items.map(({ name }) => name)).toEqual(['陈今']);
});

it('answers a search with two database requests', async () => {
  await office.employ('N1', { personName: '陈一诺' });
  const { dbRequests } = await office.stage.counted(() => office.tell('o-lan', 'findColleagues', { search: '陈' }));
  expect(dbRequests).toBe(2);
});

it('tells other contexts the manager and the birthday, and keeps the birth year', async () => {
  await office.employ('M1', { personName: '顾怀远' });
  await office.employ('N1', { personName: '林晓', managerEmploymentId: 'e-M1' });
  await collection<PersonDocument>('persons').changeOne({ _id: 'p-N1' }, { birthOn: '1996-02-29' });
  const { items } = await asSystem('readColleagues', { personIds: ['p-N1', 'p-nobody'] });
  expect(items).toEqual([
    expect.objectContaining({ personId: 'p-N1', managerPersonId: 'p-M1', birthday: '02-29', departmentId: 'd-1' }),
  ]);
  expect(JSON.stringify(items)).not.toContain('1996');
});

it('lists everybody who works here page by page, or one department', async () => {
  for (const number of ['N1', 'N2', 'N3']) await office.employ(number);
  await office.employ('N4', { departmentId: 'd-2' });
  await office.employ('N5', { status: 'left' });
  const first = await asSystem('listColleagues', { limit: 3 });
  const second = await asSystem('listColleagues', { limit: 3, cursor: first.next ?? '' });
  expect([...first.items, ...second.items].map(({ personId }) => personId)).toEqual(['p-N1', 'p-N2', 'p-N3', 'p-N4']);
  const { items } = await asSystem('listColleagues', { departmentId: 'd-2' });
  expect(items.map(({ personId }) => personId)).toEqual(['p-N4']);
});
