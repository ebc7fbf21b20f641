import type { Block } from '../../../../shared/community/article';
import type { LessonKind } from '../../../../shared/training/course';
import type { LessonView } from '../../../../shared/training/learning';
import { pictureUrlOf } from './question';

export const lessonKindInWords: Record<LessonKind, string> = {
  article: '文章',
  video: '视频',
  pdf: '文档',
  slides: '幻灯片',
  link: '外部资料',
  quiz: '测验',
};

/** A piece of a lesson as the page draws it: every kind has every field, so that the template asks no questions. */
function pieceOf(block: Block, key: number, urls: Readonly<Record<string, string>>) {
  const plain = { key, kind: block.kind, text: '', by: '', items: [] as string[], url: '', page: '' };
  switch (block.kind) {
    case 'picture':
      return { ...plain, url: urls[block.fileId] ?? '', text: block.caption };
    case 'list':
      return { ...plain, items: block.items };
    case 'quote':
      return { ...plain, text: block.text, by: block.by };
    case 'link':
      return { ...plain, text: block.text, page: block.page };
    default:
      return { ...plain, text: block.text };
  }
}

/** Everything that the page shows of a lesson. */
export function lessonFace(lesson: LessonView) {
  const { title, kind, done, blocks, fileIds, fileUrls, address, about, questions, nextLessonId } = lesson;
  return {
    ...{ title, kind, address, about, questions, nextLessonId, fileIds, fileUrls },
    pictures: questions.map((question) => pictureUrlOf(question, fileUrls)),
    kindWords: lessonKindInWords[kind],
    pieces: blocks.map((block, key) => pieceOf(block, key, fileUrls)),
    urls: fileIds.map((fileId) => fileUrls[fileId] ?? ''),
    passPercent: done.kind === 'quizPassed' ? done.passPercent : 0,
    verb: done.kind === 'confirmed' ? done.words : '我已学完',
  };
}
export type LessonFace = ReturnType<typeof lessonFace>;
