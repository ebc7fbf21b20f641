import { readFileSync } from 'node:fs';

/** A page of memory on every Linux that Node supports but a few ARM builds, where the limit is then lower. */
const PAGE_BYTES = 4096;

/** The memory a process occupies, in bytes; `undefined` where the system does not tell (anything but Linux). */
export function residentBytes(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Number.isNaN(pages) ? undefined : pages * PAGE_BYTES;
  } catch {
    // The process has just ended.
    return undefined;
  }
}
