import type { ArticleKind, Block } from '../../../../../shared/community/article';
import type { Audience } from '../../../../../shared/people/audience';

/** A piece as it is typed: every kind has every field. `picture` is a path on the phone or the file that stands. */
export interface DraftPiece {
  key: number;
  kind: Block['kind'];
  text: string;
  by: string;
  picture: string;
  fileId: string;
  page: string;
}

/** What is typed, as it is typed. Kept on the phone until the article is sent. */
export interface ArticleDraft {
  kind: ArticleKind;
  title: string;
  summary: string;
  cover: string;
  coverFileId: string;
  pieces: DraftPiece[];
  audience: Audience;
  isPinned: boolean;
  isMustRead: boolean;
  /** Empty is now. */
  publishOn: string;
  publishTime: string;
}

export const emptyPiece = (kind: Block['kind'], key: number): DraftPiece => ({
  key,
  kind,
  text: '',
  by: '',
  picture: '',
  fileId: '',
  page: '',
});

export const emptyDraft: ArticleDraft = {
  kind: 'news',
  title: '',
  summary: '',
  cover: '',
  coverFileId: '',
  pieces: [emptyPiece('paragraph', 1)],
  audience: { kind: 'everybody' },
  isPinned: false,
  isMustRead: false,
  publishOn: '',
  publishTime: '09:00',
};

/** Pages that an article can lead to. */
export const linkPages = [
  { text: '积分商城', page: '/packages/points/pages/mall/mall' },
  { text: '社区', page: '/pages/community/community' },
  { text: '我的动态和收藏', page: '/packages/community/pages/my-posts/my-posts' },
  { text: '关于我的信息', page: '/packages/people/pages/my-record/my-record' },
];

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The piece as the contract takes it; null when nothing was typed. `fileId` is the picture's, once uploaded. */
export function blockOf(piece: DraftPiece, fileId: string): Block | null {
  const text = piece.text.trim();
  switch (piece.kind) {
    case 'picture':
      return fileId ? { kind: 'picture', fileId, caption: text } : null;
    case 'list':
      return text ? { kind: 'list', items: linesOf(text).slice(0, 20) } : null;
    case 'quote':
      return text ? { kind: 'quote', text, by: piece.by.trim() } : null;
    case 'link':
      return text && piece.page ? { kind: 'link', text, page: piece.page } : null;
    default:
      return text ? { kind: piece.kind, text } : null;
  }
}

export function pieceOf(block: Block, key: number): DraftPiece {
  const piece = emptyPiece(block.kind, key);
  switch (block.kind) {
    case 'picture':
      return { ...piece, fileId: block.fileId, text: block.caption };
    case 'list':
      return { ...piece, text: block.items.join('\n') };
    case 'quote':
      return { ...piece, text: block.text, by: block.by };
    case 'link':
      return { ...piece, text: block.text, page: block.page };
    default:
      return { ...piece, text: block.text };
  }
}

/** When it is to appear, as the contract takes it; null is now. The company lives in Asia/Shanghai. */
export function publishAtOf({ publishOn, publishTime }: ArticleDraft): string | null {
  return publishOn ? new Date(`${publishOn}T${publishTime}:00.000+08:00`).toISOString() : null;
}
