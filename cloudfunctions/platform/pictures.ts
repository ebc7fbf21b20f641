import type { StoredPicture } from '../../shared/kernel/picture-check';
import type { MediaAsker } from '../../shared/wechat/model';
import { cloudPathOf, readFile, temporaryUrls } from './files';
import { ask } from './outbox';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];
/** WeChat's check takes no larger ones. */
const mostBytes = 1024 * 1024;
/** The storage answers for so many files at once. */
const filesAtOnce = 50;

/** Whether a file is a PNG or a JPEG by its first bytes, and small enough. Its name says nothing. */
function isPicture(file: Uint8Array): boolean {
  if (file.length > mostBytes) return false;
  return [png, jpeg].some((signature) => signature.every((byte, index) => file[index] === byte));
}

/** Whether all of these are pictures that stand where their uploader may put them: a file of somebody else does not. */
export async function arePictures(
  fileIds: readonly string[],
  isPlace: (path: string, index: number) => boolean,
): Promise<boolean> {
  const paths = fileIds.map(cloudPathOf);
  if (paths.some((path, index) => path === null || !isPlace(path, index))) return false;
  const files = await Promise.all(fileIds.map(readFile));
  return files.every((file) => file !== null && isPicture(file));
}

/** Addresses by file id; one request to the storage for fifty files. */
export async function addressesOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(fileIds)];
  const parts = Array.from({ length: Math.ceil(wanted.length / filesAtOnce) }, (_, part) =>
    wanted.slice(part * filesAtOnce, (part + 1) * filesAtOnce),
  );
  const found = await Promise.all(parts.map(temporaryUrls));
  return new Map(found.flatMap((part) => [...part]));
}

/** Under which name WeChat's verdict on a picture of a content comes back. */
const subjectOf = (contentId: string, { number }: StoredPicture) => `${contentId}-${number}`;

/** Which picture of which content a verdict is about; null for a name that none has. */
export function pictureOfSubject(subjectId: string): { contentId: string; number: number } | null {
  const [, contentId, number] = /^(.+)-([0-9]{1,6})$/.exec(subjectId) ?? [];
  return contentId === undefined ? null : { contentId, number: Number(number) };
}

/** Asks WeChat about each picture that it was not asked about; `checkMedia` knows a subject that comes again. */
export function askedPictures(
  pictures: readonly StoredPicture[],
  { asker, contentId, personId }: { asker: MediaAsker; contentId: string; personId: string },
  now: Date,
): Promise<StoredPicture[]> {
  const asked = pictures.map(async (picture) => {
    if (picture.isAsked) return picture;
    const subjectId = subjectOf(contentId, picture);
    const { fileId } = picture;
    const answer = await ask(
      'wechat',
      'checkMedia',
      { personId, asker, subjectId, fileId, media: 'picture', scene: 'forum', requestId: subjectId.replace(/_/g, '-') },
      now,
    );
    return { ...picture, isAsked: answer.ok };
  });
  return Promise.all(asked);
}
