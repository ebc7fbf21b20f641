import type { DoneRule, Lesson, LessonBody, LessonKind } from '../../../../shared/training/course';

type Block = Extract<LessonBody, { kind: 'article' }>['blocks'][number];

/**
 * An article as it is typed on a phone: an empty line begins a new paragraph, `# ` a heading, `- ` a line of a list,
 * `> ` a quotation. What cannot be typed, pictures and links, is kept behind the text.
 */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      const lines = part.split('\n').map((one) => one.trim());
      if (part.startsWith('# ')) return { kind: 'heading', text: part.slice(2) };
      if (part.startsWith('> ')) return { kind: 'quote', text: part.slice(2), by: '' };
      if (lines.every((one) => one.startsWith('- '))) return { kind: 'list', items: lines.map((one) => one.slice(2)) };
      return { kind: 'paragraph', text: part };
    });
}

function textOfBlock(block: Block): string {
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
      return '';
  }
}

const isKept = ({ kind }: Block) => kind === 'picture' || kind === 'link';

export const textOf = (blocks: readonly Block[]) => blocks.map(textOfBlock).filter(Boolean).join('\n\n');

/** What is typed, as it is typed. */
export interface LessonDraft {
  lessonId: string;
  title: string;
  minutes: string;
  kind: LessonKind;
  text: string;
  /** Blocks of an article that cannot be typed. */
  kept: Block[];
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
    ...(body.kind === 'article' ? { text: textOf(body.blocks), kept: body.blocks.filter(isKept) } : {}),
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
      return { kind, blocks: [...blocksOf(text), ...kept] };
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
export function lessonProblem({ title, kind, text, address, fileIds, questions }: LessonDraft): string {
  if (!title.trim()) return '给这一节起个名字。';
  if (kind === 'article' && blocksOf(text).length === 0) return '写几句内容。';
  if (kind === 'link' && !/^https:\/\/\S{4,}/.test(address)) return '链接要以 https:// 开头。';
  if ((kind === 'video' || kind === 'pdf' || kind === 'slides') && fileIds.length === 0) return '先选好文件。';
  return kind === 'quiz' && questions.length === 0 ? '测验至少要有一题，先加一题。' : '';
}
