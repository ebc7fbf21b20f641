import { rosterLimits } from '../../../shared/people/roster';
import { refuse } from '../../../shared/refusal';
import { readTable, type Table, type TableTerms } from '../../platform/table/read-table';
import { fieldOf } from '../rules/roster/match-columns';

const refusals = {
  tooLarge: 'roster_file_too_large',
  unreadable: 'roster_file_unreadable',
  empty: 'roster_file_empty',
  rowsMissing: 'roster_rows_missing',
} as const;

const terms: TableTerms = {
  // 20,000 rows of 60 cells are about 60 MB of XML; what would unpack to more is not a roster.
  limits: { ...rosterLimits, unpackedBytes: 150_000_000 },
  isHeading: (cell) => fieldOf(cell) !== null,
  turnDown: (problem, detail) => refuse(refusals[problem], detail),
};

/** Reads an uploaded roster: CSV or XLSX. */
export const readRoster = (file: Buffer): Promise<Table> => readTable(file, terms);
