import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sayError } from '../cloud-error';
import type { FunctionDeclaration } from '../function-declaration';
import { parseCron } from './cron';

/** A built function and its declaration. */
export interface BuiltFunction {
  folder: string;
  declaration: FunctionDeclaration;
}

/** A function cannot be used, said in one sentence for the person at the terminal. */
export class BrokenFunction extends Error {}

const MAX_TIMEOUT_SECONDS = 60;

/** Reads every folder that holds an `index.js`; a missing `function.json` means the platform's defaults. */
export function readFunctions(root: string): BuiltFunction[] {
  if (!existsSync(root))
    throw new BrokenFunction(`There are no built cloud functions in ${root}. Build the project first.`);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'index.js')))
    .map((entry) => readFunction(join(root, entry.name), entry.name))
    .sort((left, right) => left.declaration.name.localeCompare(right.declaration.name));
}

/** Changes whenever a function or its declaration is built again; empty while there is none. */
export function buildStamp(root: string): string {
  let names: string[];
  try {
    names = readdirSync(root);
  } catch {
    // A build deletes the folder before it fills it again.
    return '';
  }
  const files = names.flatMap((name) => [join(root, name, 'index.js'), join(root, name, 'function.json')]);
  const stamps = files.flatMap((file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found === undefined ? [] : [`${file} ${found.mtimeMs} ${found.size}`];
  });
  return stamps.join('\n');
}

function readFunction(folder: string, name: string): BuiltFunction {
  const file = join(folder, 'function.json');
  if (!existsSync(file)) return { folder, declaration: { name } };
  let declaration: FunctionDeclaration;
  try {
    declaration = JSON.parse(readFileSync(file, 'utf8')) as FunctionDeclaration;
  } catch (error) {
    throw new BrokenFunction(`${file} is not JSON: ${sayError(error)}`);
  }
  checkDeclaration(declaration, file);
  return { folder, declaration };
}

function checkDeclaration(
  { name, timeoutSeconds, timers = [], collections = {} }: FunctionDeclaration,
  file: string,
): void {
  if (typeof name !== 'string' || name === '') throw new BrokenFunction(`${file} has no "name".`);
  if (timeoutSeconds !== undefined && !(timeoutSeconds > 0 && timeoutSeconds <= MAX_TIMEOUT_SECONDS)) {
    throw new BrokenFunction(`${file}: timeoutSeconds must be at most ${MAX_TIMEOUT_SECONDS}.`);
  }
  for (const { name: timer, cron } of timers) {
    if (parseCron(cron) === undefined)
      throw new BrokenFunction(`${file}: the timer "${timer}" has no valid cron of seven fields.`);
  }
  for (const [collection, { indexes = [] }] of Object.entries(collections)) {
    for (const { name: index, keys } of indexes) {
      const valid =
        Array.isArray(keys) &&
        keys.length > 0 &&
        keys.every(([path, direction]) => typeof path === 'string' && (direction === 'asc' || direction === 'desc'));
      if (!valid)
        throw new BrokenFunction(`${file}: the index "${index}" of "${collection}" needs keys like [["path", "asc"]].`);
    }
  }
}
