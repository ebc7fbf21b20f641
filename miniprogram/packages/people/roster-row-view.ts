import type {
  FieldChange,
  Repair,
  RosterField,
  RosterQuestion,
  RosterReading,
  RosterRowView,
} from '../../../shared/people/roster';
import { fieldInWords, questionInWords, rejectionInWords, repairInWords, valueInWords } from './wording/roster';

interface NamedValue {
  name: string;
  value: string;
}

const namedValues = (reading: RosterQuestion['first']): NamedValue[] =>
  (Object.keys(reading) as RosterField[]).map((field) => ({
    name: fieldInWords[field],
    value: valueInWords(field, reading[field]),
  }));

/** For one row it is known whether there is a name like the unknown one. */
const secondReading = ({ kind, second }: RosterQuestion) =>
  kind === 'managerUnknown' ? (second.managerName ? '用相近的名字' : '留空') : questionInWords[kind].second;

function questionView(question: RosterQuestion) {
  const { kind, first, second, decision } = question;
  return {
    kind,
    decision,
    asks: questionInWords[kind].asks,
    first: { says: questionInWords[kind].first, values: namedValues(first) },
    second: { says: secondReading(question), values: namedValues(second) },
  };
}

/** Changes come as texts; a status among them is still a code. */
const changeView = ({ field, from, to }: FieldChange) => ({
  name: fieldInWords[field],
  from: valueInWords(field, from as RosterReading[RosterField]),
  to: valueInWords(field, to as RosterReading[RosterField]),
});

const repairView = ({ rule, field, from, to }: Repair) => ({
  key: `${field}.${rule}`,
  name: fieldInWords[field],
  from,
  to: valueInWords(field, to as RosterReading[RosterField]),
  rule: repairInWords[rule],
});

/** A row of the preview in words. */
export function rosterRow(row: RosterRowView) {
  const { name = '', employeeNumber = '', departmentName = '', position, status, dateOfJoining } = row.reading;
  const place = [departmentName, position, status && valueInWords('status', status)].filter(Boolean).join(' · ');
  return {
    _id: row._id,
    rowNumber: row.rowNumber,
    lineNumber: row.lineNumber,
    title: name || '（没有姓名）',
    number: employeeNumber,
    place,
    joined: dateOfJoining ? `${dateOfJoining} 入职` : '',
    questions: row.questions.map(questionView),
    changes: row.changes.map(changeView),
    repairs: row.repairs.map(repairView),
    rejections: row.rejections.map(({ reason, field }) =>
      field ? `${fieldInWords[field]}：${rejectionInWords[reason]}` : rejectionInWords[reason],
    ),
  };
}
export type RosterRow = ReturnType<typeof rosterRow>;
