import { runScript } from '../run-script';

/** Longer sides are scaled down to this many px: enough for any code, and quick. */
const LONGEST_SIDE = 1600;

/** Reads the QR code in a picture. @returns its text, undefined when there is none to be found */
export async function readQrCode(file: File): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) return undefined;
  // Transparent pictures are black on nothing; a code needs its light ground.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  // Most of what the shell would weigh, for what few people do: fetched only now.
  if (globalThis.phoneQrReader === undefined) await runScript('/app/qr-reader.js');
  return globalThis.phoneQrReader?.(data, width, height)?.data || undefined;
}
