import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The secrets of one environment, as the functions read them (cloudfunctions/platform/secret.ts and sealed.ts). */
export interface Keys {
  TONGLU_SECRET: string;
  TONGLU_FIELD_KEYS: string;
  WECHAT_APP_ID: string;
  WECHAT_APP_SECRET: string;
}

export function freshKeys(): Keys {
  return {
    TONGLU_SECRET: randomBytes(32).toString('base64url'),
    TONGLU_FIELD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    ...localAccount,
  };
}

/** The local WeChat believes any account; a real one's secret stands in the environment that deploys. */
const localAccount = { WECHAT_APP_ID: 'local', WECHAT_APP_SECRET: 'local' };

function parseKeys(text: string, file: string): Keys {
  const value = (name: keyof Keys) => {
    const found = new RegExp(`^${name}=(.+)$`, 'm').exec(text)?.[1];
    if (found === undefined) throw new Error(`${file} has no line ${name}=…`);
    return found.trim();
  };
  return { TONGLU_SECRET: value('TONGLU_SECRET'), TONGLU_FIELD_KEYS: value('TONGLU_FIELD_KEYS'), ...localAccount };
}

/**
 * Reads the keys of a data folder, or makes them the first time; a file of an older version gets the lines it lacks.
 * They never leave this machine and are not in git.
 */
export async function keysIn(file: string): Promise<Keys> {
  const there = await readFile(file, 'utf8').catch(() => undefined);
  const keys = there === undefined ? freshKeys() : parseKeys(there, file);
  const text = Object.entries(keys)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
  if (text === there) return keys;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o600 });
  return keys;
}
