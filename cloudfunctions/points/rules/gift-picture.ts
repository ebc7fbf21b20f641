/** 1 MB: pictures are shown small, on a phone. */
const maxPictureBytes = 1024 * 1024;

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff]);

/** Whether a picture was uploaded to the place that belongs to this request. */
export function isGiftPicturePath(path: string, requestId: string): boolean {
  return ['png', 'jpg', 'jpeg'].some((ending) => path === `gifts/${requestId}.${ending}`);
}

/** Whether a file is a PNG or a JPEG by its first bytes, and small enough. Its name says nothing. */
export function isGiftPicture(file: Buffer): boolean {
  if (file.length > maxPictureBytes) return false;
  return [png, jpeg].some((signature) => file.subarray(0, signature.length).equals(signature));
}
