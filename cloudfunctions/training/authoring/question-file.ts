import { createHash } from 'node:crypto';
import { refuse } from '../../../shared/refusal';
import { importLimits, packageLimits } from '../../../shared/training/question-import';
import { cloudPathOf, readFile } from '../../platform/files';
import type { Table, TableTerms } from '../../platform/table/read-table';
import type { PackedFile } from '../../platform/table/unpack-files';
import { isPicture, tellingBytes } from '../rules/lesson-files';
import { columnOf, columnsIn } from '../rules/question-columns';
import type { PictureFinder } from '../rules/question-import';

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

/** What was uploaded: questions, and the pictures that came with them. */
export interface QuestionFile {
  table: Table;
  finder: PictureFinder;
  /** What stands at such a path; null where none of these will. */
  pictureAt(path: string): Buffer | null;
}

/** After what it shows: the same picture again is the same file. */
const pathOf = (content: Buffer) =>
  `training/pictures/${createHash('sha256').update(content).digest('hex')}.${content[0] === 0x89 ? 'png' : 'jpg'}`;

const plainName = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^.*[\\/]/, '');

function finderIn(files: readonly PackedFile[]): Omit<QuestionFile, 'table'> {
  const byName = new Map<string, Buffer[]>();
  for (const { name, content } of files) byName.set(plainName(name), [...(byName.get(plainName(name)) ?? []), content]);
  const isUsable = (content: Buffer) => isPicture({ start: content.subarray(0, tellingBytes), bytes: content.length });
  const byPath = new Map(
    files.filter(({ content }) => isUsable(content)).map(({ content }) => [pathOf(content), content]),
  );
  const finder: PictureFinder = {
    standsAt: cloudPathOf,
    pathOf(name) {
      const [content, other] = byName.get(plainName(name)) ?? [];
      if (!content) return 'pictureMissing';
      if (other) return 'pictureTwice';
      return isUsable(content) ? { path: pathOf(content) } : 'pictureUnusable';
    },
  };
  return { finder, pictureAt: (path) => byPath.get(path) ?? null };
}

const isTable = ({ name }: PackedFile) => /\.(csv|txt|xlsx)$/i.test(name);

/** A table, or an archive with one table and pictures; a workbook is an archive of its own kind. */
async function partsOf(file: Buffer): Promise<{ tableFile: Buffer; files: PackedFile[] }> {
  const { zipEntries } = await import('../../platform/table/zip-sizes');
  const entries = file.subarray(0, 2).toString('latin1') === 'PK' ? zipEntries(file) : null;
  if (!entries || entries.some(({ name }) => name === 'xl/workbook.xml')) return { tableFile: file, files: [] };
  if (file.length > packageLimits.bytes) {
    return terms.turnDown('tooLarge', { megabytes: Math.ceil(file.length / 1_000_000) });
  }
  const { unpackFiles } = await import('../../platform/table/unpack-files');
  const files = unpackFiles(file, packageLimits, terms.turnDown);
  const [table, another] = files.filter(isTable);
  if (!table || another) return terms.turnDown('unreadable', { reason: 'tables' });
  return { tableFile: table.content, files: files.filter((one) => one !== table) };
}

/** The uploaded file as a table of questions. Only what was uploaded to be imported is read. */
export async function readQuestionFile(fileId: string): Promise<QuestionFile> {
  const isOurs = cloudPathOf(fileId)?.startsWith('training/questions/') ?? false;
  const file = isOurs ? await readFile(fileId) : null;
  if (file === null) return refuse('question_file_not_found');
  const { tableFile, files } = await partsOf(file);
  // Loaded at the first file: parsers of CSV and XLSX must not slow down the cold start of every other call.
  const { readTable } = await import('../../platform/table/read-table');
  const table = await readTable(tableFile, terms);
  const { missing } = columnsIn(table.headings);
  if (missing.length > 0) return refuse('question_columns_missing', { columns: missing.join('、') });
  return { table, ...finderIn(files) };
}
