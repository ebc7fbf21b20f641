import { refuse } from '../../../shared/refusal';
import type { Lesson } from '../../../shared/training/course';

export function filesOf({ body }: Pick<Lesson, 'body'>): string[] {
  if (body.kind === 'slides') return body.fileIds;
  if (body.kind === 'video' || body.kind === 'pdf') return [body.fileId];
  return body.kind === 'article'
    ? body.blocks.flatMap((block) => (block.kind === 'picture' ? [block.fileId] : []))
    : [];
}

/** Refuses files that were not uploaded for a course: another file's id would open it to every learner. */
export function checkLessonFiles(lesson: Lesson, pathOf: (fileId: string) => string | null): void {
  const isOurs = (fileId: string) => pathOf(fileId)?.startsWith('training/') ?? false;
  if (!filesOf(lesson).every(isOurs)) refuse('lesson_file_foreign');
}
