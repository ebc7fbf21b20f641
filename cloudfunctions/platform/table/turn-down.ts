/** Why a file is no table that can be taken. `rowsMissing`: headings and nothing below. */
export type TableProblem = 'tooLarge' | 'unreadable' | 'empty' | 'rowsMissing';

/**
 * Refuses in the words of whoever reads the file. `tooLarge` comes with `rows`, `columns`, `files` or `megabytes`,
 * `unreadable` with a `reason`.
 */
export type TurnDown = (problem: TableProblem, detail?: Record<string, string | number>) => never;
