import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The secrets of one environment, as the functions read them (cloudfunctions/platform/secret.ts and sealed.ts). */
export interface Keys {
  TONGLU_SECRET: string;
  TONGLU_FIELD_KEYS: string;
}

export function freshKeys(): Keys {
  return {
    TONGLU_SECRET: randomBytes(32).toString('base64url'),
    TONGLU_FIELD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  };
}

function parseKeys(text: string, file: string): Keys {
  const value = (name: keyof Keys) => {
    const found = new RegExp(`^${name}=(.+)$`, 'm').exec(text)?.[1];
    if (found === undefined) throw new Error(`${file} has no line ${name}=…`);
    return found.trim();
  };
  return { TONGLU_SECRET: value('TONGLU_SECRET'), TONGLU_FIELD_KEYS: value('TONGLU_FIELD_KEYS') };
}

/** Reads the keys of a data folder, or makes them the first time. They never leave this machine and are not in git. */
export async function keysIn(file: string): Promise<Keys> {
  const there = await readFile(file, 'utf8').catch(() => undefined);
  if (there !== undefined) return parseKeys(there, file);
  const keys = freshKeys();
  await mkdir(dirname(file), { recursive: true });
  const lines = Object.entries(keys).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return keys;
}
