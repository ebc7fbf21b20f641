/** One entry of a zip archive as its directory declares it. */
export interface ZipEntry {
  name: string;
  bytes: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 64 KB. */
const searched = 22 + 0xffff;

/**
 * Reads the directory of a zip archive, without unpacking anything. Null when there is none, or when it is of the form
 * for archives above 4 GB, which no table needs.
 */
export function zipEntries(file: Buffer): ZipEntry[] | null {
  let end = file.length - 22;
  while (end >= 0 && end >= file.length - searched && file.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0 || end < file.length - searched) return null;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry) return null;
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, bytes: file.readUInt32LE(at + 24) });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}
