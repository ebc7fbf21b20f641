import { refuse } from '../../../shared/refusal';
import type { Lesson, LessonKind } from '../../../shared/training/course';
import type { Question } from '../../../shared/training/question';

export const picturesOf = (questions: readonly Pick<Question, 'picture'>[]) =>
  questions.flatMap(({ picture }) => picture ?? []);

export function filesOf({ body }: Pick<Lesson, 'body'>): string[] {
  if (body.kind === 'slides') return body.fileIds;
  if (body.kind === 'video' || body.kind === 'pdf') return [body.fileId];
  if (body.kind === 'quiz') return picturesOf(body.questions);
  return body.kind === 'article'
    ? body.blocks.flatMap((block) => (block.kind === 'picture' ? [block.fileId] : []))
    : [];
}

/** Refuses files that were not uploaded for a course: another file's id would open it to every learner. */
export function checkFilePlaces(fileIds: readonly string[], pathOf: (fileId: string) => string | null): void {
  const isOurs = (fileId: string) => /^training\/(?!questions\/)/.test(pathOf(fileId) ?? '');
  if (!fileIds.every(isOurs)) refuse('lesson_file_foreign');
}

const megabyte = 1_000_000;
/** Bytes in which every form below says what it is. */
export const tellingBytes = 16;

interface FileForm {
  mostBytes: number;
  begins: (start: Buffer) => boolean;
}

const picture: FileForm = {
  mostBytes: 2 * megabyte,
  begins: (start) => ['89504e470d0a1a0a', 'ffd8ff'].some((sign) => start.toString('hex').startsWith(sign)),
};
const pdf: FileForm = { mostBytes: 20 * megabyte, begins: (start) => start.toString('latin1').startsWith('%PDF-') };
/** MP4 and what phones film: the length of the first box, then its name. */
const video: FileForm = { mostBytes: 50 * megabyte, begins: (start) => start.toString('latin1', 4, 8) === 'ftyp' };

type Begun = Readonly<{ start: Buffer; bytes: number }>;
const isOf = (form: FileForm, file: Begun) => file.bytes <= form.mostBytes && form.begins(file.start);

/** Whether a file is a picture by its first bytes, and small enough. */
export const isPicture = (file: Begun) => isOf(picture, file);

/** Refuses a file that is missing, too large, or not what it is meant to be: a name can say anything. */
export function checkFileForm(kind: LessonKind, file: Begun | null): void {
  const form = kind === 'video' ? video : kind === 'pdf' ? pdf : picture;
  if (!file || !isOf(form, file)) refuse('lesson_file_unusable');
}
