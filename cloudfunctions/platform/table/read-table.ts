import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';
import { decodeText } from './decode-text';
import type { TurnDown } from './turn-down';
import { zipEntries } from './zip-sizes';

export interface Table {
  headings: string[];
  rows: string[][];
  /** The line of each row as a spreadsheet counts, from 1. */
  lineNumbers: number[];
}

/** What a table may be, and how it is refused. */
export interface TableTerms {
  limits: { rows: number; columns: number; bytes: number; unpackedBytes: number };
  /** Whether a cell is one of the headings that are looked for. */
  isHeading: (cell: string) => boolean;
  turnDown: TurnDown;
}

/** Above the headings, files have a title or a date. */
const linesAboveData = 5;

const delimiters = [',', ';', '\t'] as const;

/** The delimiter that occurs most in the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const lines = start
    .split(/\r\n|\r|\n/)
    .slice(0, linesAboveData * 2)
    .join('\n');
  const counted = delimiters.map((delimiter) => ({ delimiter, times: lines.split(delimiter).length }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).delimiter;
}

interface Line {
  cells: string[];
  lineNumber: number;
}

/** Blank lines say nothing, but a spreadsheet counts them. */
const linesOf = (table: readonly string[][]): Line[] =>
  table
    .map((cells, index) => ({ cells, lineNumber: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

function readSeparated(file: Buffer, { limits, turnDown }: TableTerms): Line[] {
  const text = decodeText(file, turnDown);
  // One row more than allowed, the lines above the data and the headings: enough to know that there are too many.
  const preview = limits.rows * 2;
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), preview });
  // An unclosed quote swallows the rest of the file: rows would be missing and nobody would know.
  if (parsed.errors.some(({ type }) => type === 'Quotes')) return turnDown('unreadable', { reason: 'quotes' });
  return linesOf(parsed.data);
}

/** Cells of a workbook as text; dates arrive as midnight in UTC. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
}

async function readWorkbook(file: Buffer, { limits, turnDown }: TableTerms): Promise<Line[]> {
  const entries = zipEntries(file);
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) return turnDown('unreadable', { reason: 'format' });
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > limits.unpackedBytes) return turnDown('tooLarge', { megabytes: Math.ceil(bytes / 1_000_000) });
  const whole = new Uint8Array(file).buffer;
  const sheet = await readSheet(whole).catch(() => turnDown('unreadable', { reason: 'format' }));
  return linesOf(sheet.map((row) => row.map(cellText)));
}

/** Zip archives begin with PK; the old binary workbook (.xls) begins with D0 CF and cannot be read. */
const formOf = (file: Buffer) => {
  const start = file.subarray(0, 4).toString('hex');
  if (start.startsWith('504b')) return 'workbook';
  return start === 'd0cf11e0' ? 'oldWorkbook' : 'separated';
};

/** Exports end lines with empty columns that nobody named. */
function withoutEmptyEnd(row: readonly string[]): string[] {
  const last = row.findLastIndex((cell) => cell.trim() !== '');
  return row.slice(0, last + 1);
}

/**
 * Reads an uploaded table: CSV (comma, semicolon, tab) or the first sheet of an XLSX. The headings are the line among
 * the first five that has most of those that are looked for.
 */
export async function readTable(file: Buffer, terms: TableTerms): Promise<Table> {
  const { limits, isHeading, turnDown } = terms;
  if (file.length > limits.bytes) return turnDown('tooLarge', { megabytes: Math.ceil(file.length / 1_000_000) });
  const form = formOf(file);
  if (form === 'oldWorkbook') return turnDown('unreadable', { reason: 'format' });
  const lines = form === 'workbook' ? await readWorkbook(file, terms) : readSeparated(file, terms);
  const named = lines.slice(0, linesAboveData).map(({ cells }) => cells.filter(isHeading).length);
  const headingLine = Math.max(0, named.indexOf(Math.max(...named)));
  const headings = withoutEmptyEnd(lines[headingLine]?.cells ?? []).map((heading) =>
    heading.replace(/\s+/g, ' ').trim(),
  );
  const rows = lines.slice(headingLine + 1);
  if (headings.length > limits.columns) return turnDown('tooLarge', { columns: headings.length });
  if (rows.length > limits.rows) return turnDown('tooLarge', { rows: rows.length });
  if (headings.length === 0) return turnDown('empty');
  if (headings.length < 2) return turnDown('unreadable', { reason: 'oneColumn' });
  if (rows.length === 0) return turnDown('rowsMissing');
  return {
    headings,
    rows: rows.map(({ cells }) => cells),
    lineNumbers: rows.map(({ lineNumber }) => lineNumber),
  };
}
