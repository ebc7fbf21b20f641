/** What the QR of an issued code says. The cloud resolves and expires the token; the phone only carries it. */
const spoken = /^tonglu:join:([A-Za-z0-9_-]{22})$/;
const bare = /^[A-Za-z0-9_-]{22}$/;

export function joiningText(token: string): string {
  return `tonglu:join:${token}`;
}

/** What HR sends to somebody who is about to come: where to go, and the two things to type there. */
export function invitationInWords(invited: {
  name: string;
  employeeNumber: string;
  code: string;
  until: string;
}): string {
  const { name, employeeNumber, code, until } = invited;
  const door = '打开小程序「同路」→「我的」→「我是员工」';
  const keys = `填工号 ${employeeNumber}、入职码 ${code}（${until} 前有效，只能用一次）`;
  return `${name}，欢迎！${door}，${keys}，就能看到入职倒计时、第一天的安排和要交的材料。`;
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
