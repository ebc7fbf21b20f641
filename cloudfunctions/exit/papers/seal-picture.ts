import { deflateSync } from 'node:zlib';
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

/** Reads a seal; null for what is no PNG, or one too large or too small. Sizes are looked at before it is unpacked. */
export function sealPicture(file: Buffer): SealPicture | null {
  if (file.length > mostBytes || file.length < 33 || !file.subarray(0, 8).equals(beginning)) return null;
  const sides = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (sides.some((dots) => dots < fewestDots || dots > mostDots)) return null;
  try {
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
