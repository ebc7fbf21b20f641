import type { LessonKind } from '../../../../../shared/training/course';
import { newRequestId } from '../../../../cloud/intent';
import { refusalText } from '../../../../cloud/refusal-text';
import { uploadFile } from '../../../../cloud/upload';

interface Chosen {
  path: string;
  bytes: number;
}

/** A file as it stands in the cloud and as it still lies on the phone. */
export interface Sent {
  fileId: string;
  path: string;
}

/** The cloud looks into the files; here only nothing is sent that is too large anyway. */
const mostBytes: Partial<Record<LessonKind, number>> = {
  article: 2_000_000,
  slides: 2_000_000,
  pdf: 20_000_000,
  video: 50_000_000,
};

async function chosenFiles(kind: LessonKind, count: number): Promise<Chosen[]> {
  if (kind === 'pdf') {
    const chosen = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] }).catch(() => null);
    return chosen?.tempFiles.map(({ path, size }) => ({ path, bytes: size })) ?? [];
  }
  const mediaType: ('image' | 'video')[] = [kind === 'video' ? 'video' : 'image'];
  const chosen = await wx
    .chooseMedia({ count, mediaType, sourceType: ['album'], sizeType: ['compressed'] })
    .catch(() => null);
  return chosen?.tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, bytes: size })) ?? [];
}

/** Lets somebody choose at most `count` files and sends them; none when nobody chose, or why they did not go. */
export async function uploadLessonFiles(kind: LessonKind, count: number): Promise<Sent[] | { problem: string }> {
  const files = await chosenFiles(kind, Math.min(count, 9));
  if (files.some(({ bytes }) => bytes > (mostBytes[kind] ?? 0))) {
    return { problem: refusalText({ code: 'lesson_file_unusable' }) };
  }
  const folder = `training/${newRequestId()}`;
  const uploaded: Sent[] = [];
  for (const [index, { path }] of files.entries()) {
    const ending = /\.([a-z0-9]{1,5})$/i.exec(path)?.[1] ?? 'bin';
    const sent = await uploadFile(`${folder}/${index}.${ending.toLowerCase()}`, path);
    if (!sent.ok) return { problem: '文件没有传上去，请检查网络后再试。' };
    uploaded.push({ fileId: sent.fileId, path });
  }
  return uploaded;
}
