/** What the QR of an issued code says. The cloud resolves and expires the token; the phone only carries it. */
const spoken = /^tonglu:join:([A-Za-z0-9_-]{22})$/;
const bare = /^[A-Za-z0-9_-]{22}$/;

export function joiningText(token: string): string {
  return `tonglu:join:${token}`;
}

/** The token in what was scanned, or null when it is somebody else's QR. */
export function tokenScanned(text: string): string | null {
  return spoken.exec(text.trim())?.[1] ?? null;
}

/** Anybody can open the page with anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return '';
  }
}

/** The token with which the page was opened: `scene` from a mini program code, `q` from an ordinary QR. */
export function tokenOpenedWith({ scene = '', q = '' }: { scene?: string; q?: string }): string | null {
  const opened = decoded(scene || q);
  return bare.test(opened) ? opened : tokenScanned(opened);
}

/** Letters and digits only: a code is read aloud, with blanks and dashes in between. */
export function codeTyped(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}
