import type { LessonKind } from '../../../shared/training/course';
import { beginningOf } from '../../platform/files';
import { checkFileForm, tellingBytes } from '../rules/lesson-files';

/** Looks into files that a lesson of this kind is to show; refuses one that cannot be shown. */
export async function checkForms(kind: LessonKind, fileIds: readonly string[]): Promise<void> {
  const files = await Promise.all([...new Set(fileIds)].map((fileId) => beginningOf(fileId, tellingBytes)));
  for (const file of files) checkFileForm(kind, file);
}
