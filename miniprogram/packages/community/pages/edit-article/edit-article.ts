import type { ArticleKind, ArticleView, Block } from '../../../../../shared/community/article';
import type { Audience } from '../../../../../shared/people/audience';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { doorFrame } from '../../../../cloud/door-frame';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { firstAudience, isNobody } from '../../../../wording/audience';
import { type ArticleDraft, emptyDraft, emptyPiece, linkPages, pieceOf } from './article-draft';
import { sendArticle } from './send-article';

const draftKey = 'draft.article';
const mostBytes = 1024 * 1024;
const writing = perPage(() => new Intent());

const kinds: { kind: ArticleKind; text: string }[] = [
  { kind: 'news', text: '新闻' },
  { kind: 'culture', text: '文化' },
];
const pieceKinds: { kind: Block['kind']; text: string; placeholder: string; most: number }[] = [
  { kind: 'heading', text: '小标题', placeholder: '小标题', most: 60 },
  { kind: 'paragraph', text: '段落', placeholder: '写一段', most: 1000 },
  { kind: 'picture', text: '图片', placeholder: '图片说明（可以不填）', most: 60 },
  { kind: 'list', text: '列表', placeholder: '一行一条', most: 1000 },
  { kind: 'quote', text: '引用', placeholder: '谁说的什么', most: 300 },
  { kind: 'link', text: '链接', placeholder: '链接上的字', most: 40 },
];

type PieceEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number; field: 'text' | 'by' }>;
type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string | boolean }, object, { field: keyof ArticleDraft }>;
type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

Page({
  data: {
    articleId: '',
    frame: loading,
    kinds,
    pieceKinds,
    pieceTexts: Object.fromEntries(pieceKinds.map((one) => [one.kind, one])),
    linkPages,
    linkTexts: linkPages.map(({ text }) => text),
    linkTextOf: Object.fromEntries(linkPages.map(({ page, text }) => [page, text])),
    pictureUrls: {} as Record<string, string>,
    draft: emptyDraft,
    textSize: { minHeight: 24, maxHeight: 240 },
    problem: '',
    saving: false,
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ articleId: id });
    if (!id) this.setData({ draft: (wx.getStorageSync(draftKey) as ArticleDraft | '') || emptyDraft });
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
    if (id) this.readArticle();
  },
  onUnload() {
    offMeChange(this);
  },
  showMe(me: Me) {
    if (this.data.articleId) return;
    const isBranchOnly = !me.roles.includes('hr');
    this.setData({
      frame: doorFrame(me, ['hr', 'branchHr']),
      ...(isBranchOnly ? { 'draft.audience': firstAudience(me) } : {}),
    });
  },

  async readArticle() {
    const { articleId } = this.data;
    this.setData({ frame: loading });
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.community.readArticle({ articleId }),
      show: (article) => this.showArticle(article),
    });
  },
  showArticle(article: ArticleView) {
    const { kind, title, summary, audience, isPinned, isMustRead, blocks, pictureUrls } = article;
    const draft: ArticleDraft = {
      ...emptyDraft,
      ...{ kind, title, summary, isPinned, isMustRead, audience },
      coverFileId: article.coverFileId ?? '',
      pieces: blocks.map((block, index) => pieceOf(block, index + 1)),
    };
    this.setData({ draft, pictureUrls });
  },
  onRetryTap() {
    this.readArticle();
  },

  /** A change to an article that stands is not kept as the next new one. */
  changeDraft(change: Partial<ArticleDraft>) {
    const draft = { ...this.data.draft, ...change };
    this.setData({ draft, problem: '' });
    if (this.data.articleId) return;
    const pieces = draft.pieces.map((piece) => ({ ...piece, picture: '' }));
    wx.setStorageSync(draftKey, { ...draft, cover: '', pieces });
  },
  onFieldChange({ currentTarget, detail }: FieldEvent) {
    this.changeDraft({ [currentTarget.dataset.field]: detail.value });
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: ArticleKind }>) {
    this.changeDraft({ kind: currentTarget.dataset.kind });
  },
  onAudienceChange({ detail }: WechatMiniprogram.CustomEvent<{ audience: Audience }>) {
    this.changeDraft({ audience: detail.audience });
  },
  onNowTap() {
    this.changeDraft({ publishOn: '' });
  },

  onPieceAddTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: Block['kind'] }>) {
    const { pieces } = this.data.draft;
    const key = Math.max(0, ...pieces.map((piece) => piece.key)) + 1;
    this.changeDraft({ pieces: [...pieces, emptyPiece(currentTarget.dataset.kind, key)].slice(0, 60) });
  },
  onPieceChange({ currentTarget, detail }: PieceEvent) {
    const { index, field } = currentTarget.dataset;
    const pieces = this.data.draft.pieces.map((piece, place) =>
      place === index ? { ...piece, [field]: detail.value } : piece,
    );
    this.changeDraft({ pieces });
  },
  onLinkChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
    const page = linkPages[Number(detail.value)]?.page ?? '';
    const pieces = this.data.draft.pieces.map((piece, place) =>
      place === currentTarget.dataset.index ? { ...piece, page } : piece,
    );
    this.changeDraft({ pieces });
  },
  onPieceUpTap({ currentTarget }: IndexTap) {
    const { index } = currentTarget.dataset;
    const pieces = [...this.data.draft.pieces];
    const [moved] = pieces.splice(index, 1);
    if (moved && index > 0)
      this.changeDraft({ pieces: [...pieces.slice(0, index - 1), moved, ...pieces.slice(index - 1)] });
  },
  onPieceRemoveTap({ currentTarget }: IndexTap) {
    this.changeDraft({ pieces: this.data.draft.pieces.filter((_, place) => place !== currentTarget.dataset.index) });
  },

  async choosePicture(): Promise<string> {
    const chosen = await wx
      .chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
      .catch(() => ({ tempFiles: [] }));
    const file = chosen.tempFiles[0];
    if (!file) return '';
    if (file.size <= mostBytes) return file.tempFilePath;
    this.setData({ problem: '这张图片超过 1 MB，请换一张小一点的。' });
    return '';
  },
  async onCoverTap() {
    const cover = await this.choosePicture();
    if (cover) this.changeDraft({ cover });
  },
  async onPictureTap({ currentTarget }: IndexTap) {
    const picture = await this.choosePicture();
    if (!picture) return;
    const { index } = currentTarget.dataset;
    this.changeDraft({
      pieces: this.data.draft.pieces.map((piece, place) => (place === index ? { ...piece, picture } : piece)),
    });
  },

  problemOf(draft: ArticleDraft): string {
    if (!draft.title.trim()) return '请写标题。';
    if (!draft.pieces.some(({ text, picture, fileId }) => text.trim() || picture || fileId)) return '正文还是空的。';
    if (draft.pieces.some(({ kind, text, page }) => kind === 'link' && text.trim() && !page)) {
      return '链接要选一个去处。';
    }
    const { audience } = draft;
    return isNobody(audience) ? '请选给哪些同事。' : '';
  },
  async onSendTap() {
    const { draft, articleId } = this.data;
    const problem = this.problemOf(draft);
    this.setData({ problem });
    if (problem) return;
    this.setData({ saving: true });
    const answer = await writing(this).send((requestId) => sendArticle(draft, articleId, requestId));
    this.setData({ saving: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    if (!articleId) wx.removeStorageSync(draftKey);
    const said = answer.data.state === 'scheduled' ? '到时会发布' : '已发布';
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    wx.navigateBack();
  },
});
