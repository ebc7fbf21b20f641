/** What the QR code on a certificate says; 「核验证书」 reads it back. */
export const scannedText = (code: string) => `tonglu-certificate:${code}`;

/** The code in what was typed or scanned; null when there is none. */
export function codeIn(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^tonglu-certificate:/, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  return /^[A-Z2-7]{20}$/.test(bare) ? bare : null;
}

/** As people read it out: in groups of four. */
export const codeInGroups = (code: string) => (code.match(/.{1,4}/g) ?? []).join('-');
