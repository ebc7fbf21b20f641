import { refuse } from '../../../shared/refusal';

/** UTF-8 with or without its mark, UTF-16 as Excel's "Unicode text", otherwise GB18030, which contains GBK. */
export function decodeText(file: Buffer): string {
  const marks = file.subarray(0, 2).toString('hex');
  const encodings = marks === 'fffe' ? ['utf-16le'] : marks === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      if (text.includes('\0')) refuse('roster_file_unreadable', { reason: 'binary' });
      return text;
    } catch (error) {
      // Only what cannot be decoded moves on to the next encoding.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return refuse('roster_file_unreadable', { reason: 'encoding' });
}
