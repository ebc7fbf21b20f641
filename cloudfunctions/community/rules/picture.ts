import { postLimits } from '../../../shared/community/post';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];

/** Whether a picture was uploaded to the place that belongs to this request, as the so-manyth of it. */
export function isPicturePath(path: string, requestId: string, index: number): boolean {
  return ['png', 'jpg', 'jpeg'].some((ending) => path === `posts/${requestId}/${index}.${ending}`);
}

/** Whether a picture was uploaded for the article that this request writes. */
export function isArticlePicturePath(path: string, requestId: string): boolean {
  const name = path.startsWith(`articles/${requestId}/`) ? path.slice(`articles/${requestId}/`.length) : '';
  return /^[0-9]{1,2}\.(png|jpg|jpeg)$/.test(name);
}

/** Whether a file is a PNG or a JPEG by its first bytes, and small enough. Its name says nothing. */
export function isPicture(file: Uint8Array): boolean {
  if (file.length > postLimits.pictureBytes) return false;
  return [png, jpeg].some((signature) => signature.every((byte, index) => file[index] === byte));
}
