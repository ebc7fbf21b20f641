import { unzipSync } from 'fflate';
import type { TurnDown } from './turn-down';
import { zipEntries } from './zip-sizes';

/** A file of an archive: its name without folders, and what it holds. */
export interface PackedFile {
  name: string;
  content: Buffer;
}

/** How many files an archive may have, and how many bytes they may be once unpacked. */
export interface PackageLimits {
  entries: number;
  unpackedBytes: number;
}

/** Names without the mark of UTF-8 come one letter a byte: from macOS in UTF-8, from Windows in GBK. */
function nameOf(raw: string): string {
  if ([...raw].some((letter) => letter.charCodeAt(0) > 0xff)) return raw;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(Buffer.from(raw, 'latin1'));
    } catch {
      // Not of this encoding: the next one.
    }
  }
  return raw;
}

/** What systems put beside the files. */
const isAside = (path: string, name: string) => path.startsWith('__MACOSX/') || name === '' || name.startsWith('.');

/**
 * Unpacks a zip archive whose directory keeps within the limits; whatever a file claims to be, it never unpacks to more
 * bytes than its entry declares. Folders say nothing: a file is known by its own name, and nothing is written by it.
 */
export function unpackFiles(file: Buffer, limits: PackageLimits, turnDown: TurnDown): PackedFile[] {
  const entries = zipEntries(file);
  if (!entries) return turnDown('unreadable', { reason: 'format' });
  if (entries.length > limits.entries) return turnDown('tooLarge', { files: entries.length });
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > limits.unpackedBytes) return turnDown('tooLarge', { megabytes: Math.ceil(bytes / 1_000_000) });
  try {
    return Object.entries(unzipSync(new Uint8Array(file))).flatMap(([raw, content]) => {
      const path = nameOf(raw).replaceAll('\\', '/').normalize('NFC');
      const name = path.slice(path.lastIndexOf('/') + 1);
      return isAside(path, name) ? [] : [{ name, content: Buffer.from(content) }];
    });
  } catch {
    return turnDown('unreadable', { reason: 'format' });
  }
}
