import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CallNames, callFiles, contractEntry, sampleEntry } from './call-files';

function namesOf(context: string, file: string): CallNames {
  if (!/^[a-z]+$/.test(context)) throw new Error(`${context} is not the name of a context, such as points`);
  if (!/^[a-z]+(-[a-z]+)+$/.test(file)) throw new Error(`${file} is not a verb and its object, such as redeem-gift`);
  const call = file.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { context, file, call, contract: `${context.charAt(0).toUpperCase()}${context.slice(1)}Contract` };
}

/** Puts a text before the first place that matches, looking from `after` on. */
function inserted(text: string, addition: string, before: RegExp, after: string): string {
  const from = text.indexOf(after);
  const offset = from < 0 ? -1 : text.slice(from).search(before);
  if (offset < 0) throw new Error(`found no place for ${addition.trim().split('\n')[0]}`);
  return text.slice(0, from + offset) + addition + text.slice(from + offset);
}

function enteredInIndex(text: string, { file, call }: CallNames): string {
  const line = `import { ${call} } from './handlers/${file}';\n`;
  const imports = [...text.matchAll(/^import .* from '\.\/handlers\/.*';\n/gm)].map(([one]) => one);
  const next = imports.find((one) => one.split("'")[1]?.localeCompare(`./handlers/${file}`) === 1);
  const last = imports.at(-1);
  if (last === undefined) throw new Error('the function has no handlers yet: write its index.ts first');
  const imported = next === undefined ? text.replace(last, last + line) : text.replace(next, line + next);
  const listed = 'const handlers = {';
  return imported.includes(listed)
    ? inserted(imported, `  ${call},\n`, /^\};$/m, listed)
    : inserted(imported, `    ${call},\n`, /^ {2}\},?$/m, 'serve(');
}

/** The file's path and its text after the change; nothing is written yet. */
async function changed(root: string, path: string, by: (text: string) => string): Promise<readonly [string, string]> {
  return [path, by(await readFile(join(root, path), 'utf8'))];
}

/**
 * Adds an empty call to a context: contract, rule, handler, their tests, the function's index and its sample.
 * Returns the paths written. Nothing is written when the call is there, the context is not, or a file has no place.
 */
export async function addCall(root: string, context: string, file: string): Promise<string[]> {
  const names = namesOf(context, file);
  const folder = `cloudfunctions/${context}`;
  const contract = `shared/${context}/contract.ts`;
  const files = Object.entries(callFiles(names)).map(([path, text]) => [`${folder}/${path}`, text] as const);
  await access(join(root, contract)).catch(() => {
    throw new Error(`there is no ${contract}: a context begins with its contract`);
  });
  for (const [path] of files) {
    const isThere = await access(join(root, path)).then(
      () => true,
      () => false,
    );
    if (isThere) throw new Error(`${path} is there already`);
  }
  const samples = `seeds/sample-calls/${context}-samples.ts`;
  const open = `Samples: SampleCalls['${context}'] = {`;
  const written = [
    await changed(root, contract, (text) => inserted(text, contractEntry(names), /^\}\);$/m, 'contract({')),
    await changed(root, `${folder}/index.ts`, (text) => enteredInIndex(text, names)),
    await changed(root, samples, (text) => inserted(text, sampleEntry(names), /^\};$/m, open)),
    ...files,
  ];
  for (const [path, text] of written) await writeFile(join(root, path), text);
  return written.map(([path]) => path);
}
