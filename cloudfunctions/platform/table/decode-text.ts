import type { TurnDown } from './turn-down';

/** The text, or null where the bytes are not of this encoding. */
function decoded(file: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return null;
  }
}

/** UTF-8 with or without its mark, UTF-16 as Excel's "Unicode text", otherwise GB18030, which contains GBK. */
export function decodeText(file: Buffer, turnDown: TurnDown): string {
  const marks = file.subarray(0, 2).toString('hex');
  const encodings = marks === 'fffe' ? ['utf-16le'] : marks === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decoded(file, encoding);
    if (text?.includes('\0')) return turnDown('unreadable', { reason: 'binary' });
    if (text !== null) return text;
  }
  return turnDown('unreadable', { reason: 'encoding' });
}
