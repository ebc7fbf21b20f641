import { deflateSync, inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

const mostBytes = 200_000;
const [fewestDots, mostDots] = [100, 600];
const beginning = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture as a PDF keeps it: colours and how opaque they are, each packed. */
export interface SealPicture {
  width: number;
  height: number;
  colours: Buffer;
  opacity: Buffer;
}

/** How many values a dot has, by PNG's colour type. */
const valuesPerDot: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const mostUnpackedBytes = mostDots * (1 + mostDots * 8);

/** pngjs fills rows that a file lacks with what the memory held before; of interlaced ones it says so itself. */
function hasEveryRow(file: Buffer): boolean {
  const [width, height, depth] = [file.readUInt32BE(16), file.readUInt32BE(20), file.readUInt8(24)];
  const values = valuesPerDot[file.readUInt8(25)];
  if (values === undefined) return false;
  if (file.readUInt8(28) === 1) return true;
  const packed: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const rows = inflateSync(Buffer.concat(packed), { maxOutputLength: mostUnpackedBytes });
  return rows.length >= height * (1 + Math.ceil((width * values * depth) / 8));
}

/** Reads a seal; null for what is no PNG, or one too large or too small. Sizes are looked at before it is unpacked. */
export function sealPicture(file: Buffer): SealPicture | null {
  if (file.length > mostBytes || file.length < 33 || !file.subarray(0, 8).equals(beginning)) return null;
  const sides = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (sides.some((dots) => dots < fewestDots || dots > mostDots)) return null;
  try {
    if (!hasEveryRow(file)) return null;
    const { width, height, data } = PNG.sync.read(file);
    const colours = Buffer.alloc(width * height * 3);
    const opacity = Buffer.alloc(width * height);
    data.forEach((value, index) => {
      if (index % 4 === 3) opacity[(index - 3) / 4] = value;
      else colours[index - Math.floor(index / 4)] = value;
    });
    return { width, height, colours: deflateSync(colours), opacity: deflateSync(opacity) };
  } catch {
    return null;
  }
}
