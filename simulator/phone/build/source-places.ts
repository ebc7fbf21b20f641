import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';

/**
 * Where in the program a place of a compiled script comes from.
 *
 * @param map JSON of the script's source map
 * @param root absolute path of `miniprogramRoot`
 * @param line from 1, as engines write it in a stack; so is column
 * @returns `pages/home/home.ts:12:5`, from the program's root; undefined for what the build put in between
 */
export function sourcePlace(map: string, root: string, line: number, column: number): string | undefined {
  if (map === '') return undefined;
  const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(line - 1, column - 1);
  if (!('originalSource' in entry) || entry.originalSource.includes('<stdin>')) return undefined;
  const file = path.relative(root, path.resolve('/', entry.originalSource));
  return `${file.split(path.sep).join('/')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}
