import type { Shell } from '../bridge';

/** The window around this frame. */
export const shell: Shell = requireShell();

function requireShell(): Shell {
  const found = window.parent.phoneShell;
  if (found === undefined) throw new Error('The frame was opened outside the phone: open / instead of /app/.');
  return found;
}
