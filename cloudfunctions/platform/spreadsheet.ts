import Papa from 'papaparse';

/** What a spreadsheet runs as a formula, after blanks and in full width too: in Chinese ＝ is taken for =. */
const likeFormula = /^\s*[=+\-@\t\r＝＋－＠]/;

/**
 * A CSV file as spreadsheets read it: UTF-8 with its mark, lines ended as RFC 4180 wants. What a spreadsheet would take
 * for a formula begins with an apostrophe (trust.md A12).
 */
export function spreadsheetOf(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${Papa.unparse([[...header], ...rows.map((row) => [...row])], { escapeFormulae: likeFormula })}`;
}
