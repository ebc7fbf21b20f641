import type { LessonKind } from '../../../../../shared/training/course';
import { newRequestId } from '../../../../cloud/intent';
import { uploadFile } from '../../../../cloud/upload';

async function chosenPaths(kind: LessonKind): Promise<string[] | null> {
  if (kind === 'pdf') {
    const chosen = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] }).catch(() => null);
    return chosen?.tempFiles.map(({ path }) => path) ?? null;
  }
  const mediaType: ('image' | 'video')[] = [kind === 'video' ? 'video' : 'image'];
  const count = kind === 'video' ? 1 : 9;
  const chosen = await wx.chooseMedia({ count, mediaType, sourceType: ['album'] }).catch(() => null);
  return chosen?.tempFiles.map(({ tempFilePath }) => tempFilePath) ?? null;
}

/** Lets somebody choose the files of a lesson and sends them; null when nothing was chosen or sent. */
export async function uploadLessonFiles(kind: LessonKind): Promise<string[] | 'failed' | null> {
  const paths = await chosenPaths(kind);
  if (!paths) return null;
  const folder = `training/${newRequestId()}`;
  const fileIds: string[] = [];
  for (const [index, path] of paths.entries()) {
    const ending = /\.([a-z0-9]{1,5})$/i.exec(path)?.[1] ?? 'bin';
    const sent = await uploadFile(`${folder}/${index}.${ending.toLowerCase()}`, path);
    if (!sent.ok) return 'failed';
    fileIds.push(sent.fileId);
  }
  return fileIds;
}
