import { refuse } from '../../../shared/refusal';
import { importLimits } from '../../../shared/training/question-import';
import { cloudPathOf, readFile } from '../../platform/files';
import type { Table, TableTerms } from '../../platform/table/read-table';
import { columnOf, columnsIn } from '../rules/question-columns';

const refusals = {
  tooLarge: 'question_file_too_large',
  unreadable: 'question_file_unreadable',
  empty: 'question_file_empty',
  rowsMissing: 'question_file_empty',
} as const;

const terms: TableTerms = {
  // 2,000 rows are about 6 MB of XML.
  limits: { ...importLimits, unpackedBytes: 30_000_000 },
  isHeading: (cell) => columnOf(cell) !== null,
  turnDown: (problem, detail) => refuse(refusals[problem], detail),
};

/** The uploaded file as a table of questions. Only what was uploaded to be imported is read. */
export async function readQuestionFile(fileId: string): Promise<Table> {
  const isOurs = cloudPathOf(fileId)?.startsWith('training/questions/') ?? false;
  const file = isOurs ? await readFile(fileId) : null;
  if (file === null) return refuse('question_file_not_found');
  // Loaded at the first file: parsers of CSV and XLSX must not slow down the cold start of every other call.
  const { readTable } = await import('../../platform/table/read-table');
  const table = await readTable(file, terms);
  const { missing } = columnsIn(table.headings);
  return missing.length > 0 ? refuse('question_columns_missing', { columns: missing.join('、') }) : table;
}
