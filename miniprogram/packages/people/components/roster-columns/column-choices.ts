import type { RosterBatchView, RosterColumn, RosterField } from '../../../../../shared/people/roster';
import { fieldInWords, leftOutInWords } from '../../wording/roster';

type Columns = RosterBatchView['columns'];

const fields = Object.keys(fieldInWords) as RosterField[];
const required: RosterField[] = ['employeeNumber', 'name', 'departmentName'];
const none = '不导入';

/** What a column can be imported as; the first choice is not at all. */
export const choices: string[] = [none, ...fields.map((field) => fieldInWords[field])];

const columnView = ({ index, heading, field, leftOut, examples }: RosterColumn) => ({
  index,
  heading: heading || `第 ${index + 1} 列（没有标题）`,
  text: field ? fieldInWords[field] : none,
  choice: field ? fields.indexOf(field) + 1 : 0,
  reason: leftOut ? leftOutInWords[leftOut] : '你选择了不导入',
  mayMatch: leftOut !== 'sensitive',
  examples: examples.map((example) => example.trim()).join('、'),
});

/** The columns as two lists: what is imported, in the order of the record, and what is not. */
export function columnLists(columns: Columns) {
  const order = ({ field }: RosterColumn) => (field ? fields.indexOf(field) : 0);
  return {
    matched: columns
      .filter(({ field }) => field !== null)
      .sort((a, b) => order(a) - order(b))
      .map(columnView),
    leftOut: columns.filter(({ field }) => field === null).map(columnView),
  };
}

/** Two columns cannot mean the same: the one that had the field before gives it up. */
export function choose(columns: Columns, index: number, choice: number): Columns {
  const field = fields[choice - 1] ?? null;
  return columns.map((column) => {
    if (column.index === index) return { ...column, field, leftOut: null };
    return field !== null && column.field === field ? { ...column, field: null, leftOut: null } : column;
  });
}

/** What must still be chosen before the file can be read, in words; empty when nothing. */
export function missingInWords(columns: Columns): string {
  const missing = required.filter((field) => !columns.some((column) => column.field === field));
  return missing.length > 0 ? `还缺${missing.map((field) => fieldInWords[field]).join('、')}，请选出是哪一列。` : '';
}
