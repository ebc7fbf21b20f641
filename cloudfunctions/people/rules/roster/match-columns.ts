import { type RosterColumn, type RosterField, requiredRosterFields } from '../../../../shared/people/roster';
import { maskPhone } from '../mask-phone';

/** Headings as they are written in rosters, in small letters without spaces and signs. */
const headingsByField: Record<RosterField, readonly string[]> = {
  employeeNumber: [
    ...['工号', '员工编号', '员工工号', '职工编号', '职工号', '人员编号', '员工号', '编号'],
    ...['empid', 'employeeid', 'employeenumber', 'employeeno', 'empno', 'staffid', 'personnelnumber'],
  ],
  name: [
    '姓名',
    '员工姓名',
    '名字',
    '职工姓名',
    '人员姓名',
    'employeename',
    'name',
    'fullname',
    'empname',
    'staffname',
  ],
  departmentName: ['部门', '所属部门', '部门名称', '所在部门', '一级部门', 'department', 'departmentname', 'dept'],
  position: ['岗位', '职位', '职务', '岗位名称', '职位名称', 'position', 'jobtitle', 'title', 'positionname'],
  phone: [
    ...['手机号', '手机', '手机号码', '电话', '联系电话', '联系方式', '移动电话'],
    ...['phone', 'phonenumber', 'mobile', 'mobilephone', 'mobilenumber', 'cellphone'],
  ],
  birthOn: ['出生日期', '生日', '出生年月', '出生年月日', 'dob', 'birthdate', 'dateofbirth', 'birthday'],
  dateOfJoining: [
    ...['入职日期', '入职时间', '入司日期', '入司时间', '到岗日期', '到职日期'],
    ...['dateofhire', 'hiredate', 'joiningdate', 'dateofjoining', 'startdate', 'joindate'],
  ],
  relievingDate: [
    ...['离职日期', '离职时间', '离司日期', '最后工作日'],
    ...['dateoftermination', 'terminationdate', 'relievingdate', 'leavingdate', 'lastday', 'lastworkingday', 'enddate'],
  ],
  exitReason: [
    '离职原因',
    '离职理由',
    'termreason',
    'terminationreason',
    'leavingreason',
    'exitreason',
    'reasonforleaving',
  ],
  managerName: [
    ...['直属上级', '直接上级', '上级', '上级姓名', '直属领导', '主管', '经理', '汇报对象', '汇报人'],
    ...['managername', 'manager', 'reportsto', 'supervisor', 'supervisorname', 'linemanager'],
  ],
  status: [
    ...['状态', '员工状态', '在职状态', '人员状态', '雇佣状态'],
    ...['employmentstatus', 'status', 'employeestatus', 'empstatus'],
  ],
};

const fieldByHeading = new Map(
  Object.entries(headingsByField).flatMap(([field, headings]) =>
    headings.map((heading) => [heading, field as RosterField] as const),
  ),
);

/** What the law protects and no purpose of ours needs (PIPL 28; 就业促进法 26–31). */
const sensitive = new RegExp(
  [
    'race|ethnic|hispanic|latino|citizen|nationality|marital|married|marriage|religio|diversity|veteran',
    String.raw`\bsex\b|gender|health|disab|medical|pregnan|politic|union|passport|ssn|nationalid|idcard`,
    '民族|种族|国籍|婚|宗教|信仰|性别|健康|病史|残疾|血型|生育|政治面貌|党派|身份证|证件号|护照|户籍|户口|籍贯',
  ].join('|'),
);
/** Facts that other systems keep and this one never uses. */
const noPurpose = new RegExp(
  [
    'pay|salary|wage|bonus|compens|score|rating|perf|review|survey|satisfaction|engagement|project|recruit|source',
    'zip|postal|address|state|city|bank|account|late|absen',
    '薪|工资|奖金|绩效|考核|评分|得分|满意度|来源|渠道|邮编|地址|住址|银行|账号|卡号|开户|迟到|缺勤',
  ].join('|'),
);

const normalized = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(].*[)）]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

function reasonToLeaveOut(heading: string): 'sensitive' | 'noPurpose' | 'unknown' {
  const words = heading.normalize('NFKC').toLowerCase();
  if (sensitive.test(words)) return 'sensitive';
  return noPurpose.test(words) ? 'noPurpose' : 'unknown';
}

/** Which field a heading names, if any. */
export const fieldOf = (heading: string): RosterField | null => fieldByHeading.get(normalized(heading)) ?? null;

const exampleLength = 80;
const examplesShown = 3;

function examplesOf(column: readonly string[], field: RosterField | null): string[] {
  const seen = [...new Set(column.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  const shown = seen.slice(0, examplesShown).map((cell) => cell.slice(0, exampleLength));
  return field === 'phone' ? shown.map(maskPhone) : shown;
}

/**
 * Matches the headings of a file: the first column that names a field is taken, a second one is left out as duplicate.
 * Examples are kept only of columns that HR may want to match by eye.
 */
export function matchColumns(headings: readonly string[], sample: readonly (readonly string[])[]): RosterColumn[] {
  const taken = new Set<RosterField>();
  return headings.map((heading, index) => {
    const named = fieldOf(heading);
    const field = named !== null && !taken.has(named) ? named : null;
    if (field !== null) taken.add(field);
    const leftOut = field !== null ? null : named !== null ? 'duplicate' : reasonToLeaveOut(heading);
    const isShown = leftOut !== 'sensitive' && leftOut !== 'noPurpose';
    const column = sample.map((row) => row[index] ?? '');
    return {
      index,
      heading: heading.slice(0, 120),
      field,
      leftOut,
      examples: isShown ? examplesOf(column, named) : [],
    };
  });
}

/** HR's own matching laid over the columns. A column that nobody names keeps its match. */
export function rematchColumns(
  columns: readonly RosterColumn[],
  choices: readonly { index: number; field: RosterField | null }[],
): RosterColumn[] {
  const chosen = new Map(choices.map(({ index, field }) => [index, field]));
  const claimed = new Set(choices.flatMap(({ field }) => (field === null ? [] : [field])));
  const taken = new Set<RosterField>();
  return columns.map((column) => {
    const kept = column.field !== null && !claimed.has(column.field) ? column.field : null;
    const wanted = chosen.has(column.index) ? (chosen.get(column.index) ?? null) : kept;
    const field = wanted !== null && !taken.has(wanted) ? wanted : null;
    if (field !== null) taken.add(field);
    if (field !== null) return { ...column, field, leftOut: null };
    const isNamed = wanted !== null || fieldOf(column.heading) !== null;
    return { ...column, field: null, leftOut: isNamed ? ('duplicate' as const) : reasonToLeaveOut(column.heading) };
  });
}

/** The fields without which a row says nothing, as far as no column carries them. */
export function missingFields(columns: readonly RosterColumn[]): RosterField[] {
  return requiredRosterFields.filter((field) => !columns.some((column) => column.field === field));
}
