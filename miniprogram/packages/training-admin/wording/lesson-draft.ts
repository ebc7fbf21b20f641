import type { DoneRule, Lesson, LessonBody, LessonKind } from '../../../../shared/training/course';

type Block = Extract<LessonBody, { kind: 'article' }>['blocks'][number];

type Kept = Extract<Block, { kind: 'picture' | 'link' }>;

/** What an article shows and nobody can type. It stands where the text names it by its number, from 1. */
export interface KeptPiece {
  number: number;
  block: Kept;
}

const markerOf = ({ number, block }: KeptPiece) => (block.kind === 'picture' ? `[图${number}]` : `[链接${number}]`);

/**
 * An article as it is typed on a phone: an empty line begins a new paragraph, `# ` a heading, `- ` a line of a list,
 * `> ` a quotation, `[图1]` on a line of its own a picture. What is named nowhere stands at the end.
 */
export function blocksOf(text: string, kept: readonly KeptPiece[]): Block[] {
  const byMarker = new Map(kept.map((piece) => [markerOf(piece), piece.block]));
  const blocks = text
    .split(/\n\s*\n/)
    .flatMap((part) => partsBetween(part, byMarker))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part): Block[] => {
      const lines = part.split('\n').map((one) => one.trim());
      const marked = byMarker.get(part);
      byMarker.delete(part);
      if (marked) return [marked];
      if (part.startsWith('# ')) return [{ kind: 'heading', text: part.slice(2) }];
      if (part.startsWith('> ')) return [{ kind: 'quote', text: part.slice(2), by: '' }];
      if (lines.every((one) => one.startsWith('- '))) {
        return [{ kind: 'list', items: lines.map((one) => one.slice(2)) }];
      }
      return [{ kind: 'paragraph', text: part }];
    });
  return [...blocks, ...byMarker.values()];
}

/** A line that names a picture is a part of its own, also without empty lines around it. */
function partsBetween(part: string, byMarker: ReadonlyMap<string, Kept>): string[] {
  const parts = [''];
  for (const line of part.split('\n')) {
    if (byMarker.has(line.trim())) parts.push(line, '');
    else parts.push(`${parts.pop()}\n${line}`);
  }
  return parts;
}

/** The text without the name of a piece, and the pieces without it; the others keep their numbers. */
export function withoutPiece(draft: LessonDraft, number: number): Pick<LessonDraft, 'text' | 'kept'> {
  const gone = draft.kept.find((piece) => piece.number === number);
  if (!gone) return draft;
  const lines = draft.text.split('\n').filter((line) => line.trim() !== markerOf(gone));
  const text = lines.join('\n').replace(/\n{3,}/g, '\n\n');
  return { text: text.trim(), kept: draft.kept.filter((piece) => piece !== gone) };
}

/** The text with fresh pictures behind the paragraph in which the cursor stood (null: at the end). */
export function withPictures(
  { text, kept }: LessonDraft,
  fileIds: readonly string[],
  cursor: number | null,
): Pick<LessonDraft, 'text' | 'kept'> {
  const first = Math.max(0, ...kept.map(({ number }) => number)) + 1;
  const added = fileIds.map(
    (fileId, index): KeptPiece => ({ number: first + index, block: { kind: 'picture', fileId, caption: '' } }),
  );
  const gap = cursor === null ? -1 : text.indexOf('\n\n', cursor);
  const [before, behind] = gap < 0 ? [text.trimEnd(), ''] : [text.slice(0, gap), text.slice(gap)];
  return { text: [before, ...added.map(markerOf)].filter(Boolean).join('\n\n') + behind, kept: [...kept, ...added] };
}

function textOfBlock(block: Block, kept: readonly KeptPiece[]): string {
  switch (block.kind) {
    case 'heading':
      return `# ${block.text}`;
    case 'quote':
      return `> ${block.text}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'paragraph':
      return block.text;
    default:
      return kept.flatMap((piece) => (piece.block === block ? [markerOf(piece)] : [])).join('');
  }
}

/** An article as it is edited again. */
export function typedOf(blocks: readonly Block[]): Pick<LessonDraft, 'text' | 'kept'> {
  const pieces = blocks.flatMap((block) => (block.kind === 'picture' || block.kind === 'link' ? [block] : []));
  const kept = pieces.map((block, index) => ({ number: index + 1, block }));
  return { text: blocks.map((block) => textOfBlock(block, kept)).join('\n\n'), kept };
}

/** What is typed, as it is typed. */
export interface LessonDraft {
  lessonId: string;
  title: string;
  minutes: string;
  kind: LessonKind;
  text: string;
  /** Pictures and links of an article. */
  kept: KeptPiece[];
  about: string;
  address: string;
  fileIds: string[];
  questions: Extract<LessonBody, { kind: 'quiz' }>['questions'];
  confirms: boolean;
  words: string;
  seconds: string;
  passPercent: string;
}

export const emptyLesson = (lessonId: string): LessonDraft => ({
  ...{ lessonId, title: '', minutes: '3', kind: 'article', text: '', kept: [], about: '', address: '', fileIds: [] },
  ...{ questions: [], confirms: false, words: '我已了解', seconds: '20', passPercent: '60' },
});

export function draftOf({ lessonId, title, minutes, body, done }: Lesson): LessonDraft {
  return {
    ...{ ...emptyLesson(lessonId), title, minutes: String(minutes), kind: body.kind },
    ...(body.kind === 'article' ? typedOf(body.blocks) : {}),
    ...('about' in body ? { about: body.about } : {}),
    ...(body.kind === 'link' ? { address: body.address } : {}),
    ...(body.kind === 'slides' ? { fileIds: body.fileIds } : {}),
    ...(body.kind === 'video' || body.kind === 'pdf' ? { fileIds: [body.fileId] } : {}),
    ...(body.kind === 'quiz' ? { questions: body.questions } : {}),
    ...(done.kind === 'confirmed' ? { confirms: true, words: done.words } : {}),
    ...(done.kind === 'opened' ? { seconds: String(done.seconds) } : {}),
    ...(done.kind === 'quizPassed' ? { passPercent: String(done.passPercent) } : {}),
  };
}

function bodyOf({ kind, text, kept, about, address, fileIds, questions }: LessonDraft): LessonBody {
  const [fileId = ''] = fileIds;
  switch (kind) {
    case 'article':
      return { kind, blocks: blocksOf(text, kept) };
    case 'link':
      return { kind, address, about };
    case 'slides':
      return { kind, fileIds };
    case 'quiz':
      return { kind, questions };
    default:
      return { kind, fileId, about };
  }
}

const whole = (text: string, most: number) => Math.min(most, Math.max(0, Math.floor(Number(text) || 0)));

export function lessonOf(draft: LessonDraft): Lesson {
  const { lessonId, title, minutes, kind, confirms, words, seconds, passPercent } = draft;
  const done: DoneRule =
    kind === 'quiz'
      ? { kind: 'quizPassed', passPercent: Math.max(1, whole(passPercent, 100)) }
      : confirms
        ? { kind: 'confirmed', words }
        : { kind: 'opened', seconds: whole(seconds, 3600) };
  return { lessonId, title: title.trim(), minutes: Math.max(1, whole(minutes, 180)), body: bodyOf(draft), done };
}

/** What to put right before sending; the cloud checks again. */
export function lessonProblem({ title, kind, text, kept, address, fileIds, questions }: LessonDraft): string {
  if (!title.trim()) return '给这一节起个名字。';
  if (kind === 'article') {
    const blocks = blocksOf(text, kept);
    if (blocks.length === 0) return '写几句内容。';
    const stray = blocks.flatMap((block) => (block.kind === 'paragraph' ? [/^\[图\d+\]$/.exec(block.text)?.[0]] : []));
    const [marker] = stray.filter(Boolean);
    if (marker) return `正文里的 ${marker} 没有对应的图片，请删掉这一行或重新插入图片。`;
  }
  if (kind === 'link' && !/^https:\/\/\S{4,}/.test(address)) return '链接要以 https:// 开头。';
  if ((kind === 'video' || kind === 'pdf' || kind === 'slides') && fileIds.length === 0) return '先选好文件。';
  return kind === 'quiz' && questions.length === 0 ? '测验至少要有一题，先加一题。' : '';
}
