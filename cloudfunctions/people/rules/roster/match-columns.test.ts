import { matchColumns, missingFields, rematchColumns } from './match-columns';

const match = (...headings: string[]) => matchColumns(headings, [headings.map((_, index) => `值${index}`)]);

it.each([
  ['工号', 'employeeNumber'],
  ['员工 编号', 'employeeNumber'],
  ['EmpID', 'employeeNumber'],
  ['Employee ID', 'employeeNumber'],
  ['姓名（必填）', 'name'],
  ['Employee_Name', 'name'],
  ['所属部门', 'departmentName'],
  ['岗位', 'position'],
  ['手机号码', 'phone'],
  ['出生日期', 'birthOn'],
  ['DOB', 'birthOn'],
  ['Hire Date', 'dateOfJoining'],
  ['DateofTermination', 'relievingDate'],
  ['TermReason', 'exitReason'],
  ['直属上级', 'managerName'],
  ['ＭａｎａｇｅｒＮａｍｅ', 'managerName'],
  ['员工状态', 'status'],
] as const)('matches the heading %s to %s', (heading, field) => {
  expect(match(heading)[0]).toMatchObject({ field, leftOut: null });
});

it.each([
  ['RaceDesc', 'sensitive'],
  ['CitizenDesc', 'sensitive'],
  ['婚姻状况', 'sensitive'],
  ['民族', 'sensitive'],
  ['性别', 'sensitive'],
  ['Sex', 'sensitive'],
  ['身份证号', 'sensitive'],
  ['PayRate', 'noPurpose'],
  ['绩效得分', 'noPurpose'],
  ['Zip', 'noPurpose'],
  ['Termd', 'unknown'],
] as const)('leaves %s out as %s', (heading, leftOut) => {
  const [column] = match(heading);
  expect(column).toMatchObject({ field: null, leftOut });
  if (leftOut !== 'unknown') expect(column?.examples).toEqual([]);
});

it('takes the first of two columns for one field and leaves the second out as duplicate', () => {
  expect(match('部门', 'Department').map(({ field, leftOut }) => [field, leftOut])).toEqual([
    ['departmentName', null],
    [null, 'duplicate'],
  ]);
});

it('shows phones in examples by their last digits only', () => {
  expect(matchColumns(['手机'], [['138 0013 8000'], [' '], ['138 0013 8000']])[0]?.examples).toEqual(['****8000']);
});

it('lets HR match an unknown column, move a field to another column and drop one', () => {
  const columns = match('Termd', '部门', '二级部门', '姓名');
  const chosen = rematchColumns(columns, [
    { index: 0, field: 'status' },
    { index: 2, field: 'departmentName' },
    { index: 3, field: null },
  ]);
  expect(chosen.map(({ field, leftOut }) => [field, leftOut])).toEqual([
    ['status', null],
    [null, 'duplicate'],
    ['departmentName', null],
    [null, 'duplicate'],
  ]);
  expect(missingFields(chosen)).toEqual(['employeeNumber', 'name']);
});

it('gives one field to one column, even where HR chose it twice', () => {
  const chosen = rematchColumns(match('甲', '乙'), [
    { index: 0, field: 'name' },
    { index: 1, field: 'name' },
  ]);
  expect(chosen.map(({ field }) => field)).toEqual(['name', null]);
});
