import type { PostKind, PostView } from '../../../../../shared/community/post';
import type { Answer } from '../../../../../shared/kernel/contract';
import { cloud } from '../../../../cloud/client';
import { type Frame, fillFrame, loading, ready } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { uploadFile } from '../../../../cloud/upload';
import { emptyDraft, limits, namedIn, type PostDraft, topicIn } from './post-draft';

const draftKey = 'draft.post';
const publish = perPage(() => new Intent());

const kinds: { kind: PostKind; text: string }[] = [
  { kind: 'post', text: '动态' },
  { kind: 'question', text: '提问' },
];

/** PNG keeps its name; everything else that a phone chooses is a JPEG, and the cloud looks into the file anyway. */
const extensionOf = (path: string) => (/\.png$/i.test(path) ? 'png' : 'jpg');

async function publishDraft(draft: PostDraft, clubId: string | null, requestId: string): Promise<Answer<PostView>> {
  const sent = await Promise.all(
    draft.pictures.map((path, index) => uploadFile(`posts/${requestId}/${index}.${extensionOf(path)}`, path)),
  );
  const pictureFileIds = sent.flatMap((one) => (one.ok ? [one.fileId] : []));
  if (pictureFileIds.length < sent.length) return { ok: false, code: 'unreachable' };
  const { kind, text, topics } = draft;
  return cloud.community.publishPost({
    kind,
    text: text.trim(),
    topics,
    pictureFileIds,
    mentionIds: namedIn(draft),
    clubId,
    requestId,
  });
}

Page({
  data: {
    /** Of the post that is changed; empty for a new one. */
    postId: '',
    /** In whose space it will stand; empty for none. */
    clubId: '',
    frame: ready as Frame,
    kinds,
    limits,
    draft: emptyDraft,
    textSize: { minHeight: 120, maxHeight: 320 },
    topicTyped: '',
    textProblem: '',
    pictureProblem: '',
    problem: '',
    saving: false,
    choosingColleague: false,
  },

  onLoad({ id = '', kind = 'post', club = '' }: { id?: string; kind?: string; club?: string }) {
    wx.hideShareMenu({});
    this.setData({ postId: id, clubId: club });
    if (id) {
      this.readPost();
      return;
    }
    const kept = (wx.getStorageSync(draftKey) as PostDraft | '') || emptyDraft;
    const fresh: PostDraft = { ...emptyDraft, kind: kind === 'question' ? 'question' : 'post' };
    this.showDraft(kept.text ? kept : fresh);
  },

  async readPost() {
    const { postId } = this.data;
    this.setData({ frame: loading });
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.community.readPost({ postId }),
      show: ({ post: { kind, text, topics } }) => this.showDraft({ ...emptyDraft, kind, text, topics }),
    });
  },
  showDraft(draft: PostDraft) {
    this.setData({ draft });
    const verb = this.data.postId ? '修改' : draft.kind === 'question' ? '提问' : '发动态';
    wx.setNavigationBarTitle({ title: verb });
  },
  /** A change to a post is not kept as the next new one. */
  changeDraft(change: Partial<PostDraft>) {
    const draft = { ...this.data.draft, ...change };
    this.setData({ draft, problem: '' });
    if (!this.data.postId) wx.setStorageSync(draftKey, { ...draft, pictures: [] });
  },
  onRetryTap() {
    this.readPost();
  },

  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: PostKind }>) {
    this.changeDraft({ kind: currentTarget.dataset.kind });
    this.showDraft(this.data.draft);
  },
  onTextChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.changeDraft({ text: detail.value });
    this.setData({ textProblem: '' });
  },

  async onPicturesTap() {
    const left = limits.pictures - this.data.draft.pictures.length;
    const chosen = await wx
      .chooseMedia({ count: left, mediaType: ['image'], sizeType: ['compressed'] })
      .catch(() => ({ tempFiles: [] }));
    const fitting = chosen.tempFiles.filter(({ size }) => size <= limits.pictureBytes);
    const dropped = chosen.tempFiles.length - fitting.length;
    const pictures = [...this.data.draft.pictures, ...fitting.map(({ tempFilePath }) => tempFilePath)];
    this.changeDraft({ pictures: pictures.slice(0, limits.pictures) });
    this.setData({ pictureProblem: dropped > 0 ? `有 ${dropped} 张超过 1 MB，没有加进来` : '' });
  },
  onPictureRemoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const { index } = currentTarget.dataset;
    this.changeDraft({ pictures: this.data.draft.pictures.filter((_, place) => place !== index) });
  },

  onTopicChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ topicTyped: detail.value });
  },
  onTopicAddTap() {
    const topic = topicIn(this.data.topicTyped);
    const { topics } = this.data.draft;
    if (topic && !topics.includes(topic)) this.changeDraft({ topics: [...topics, topic].slice(0, limits.topics) });
    this.setData({ topicTyped: '' });
  },
  onTopicRemoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { topic: string }>) {
    const { topic } = currentTarget.dataset;
    this.changeDraft({ topics: this.data.draft.topics.filter((one) => one !== topic) });
  },

  onMentionTap() {
    this.setData({ choosingColleague: true });
  },
  onMentionDismiss() {
    this.setData({ choosingColleague: false });
  },
  onColleagueChoose({ detail }: WechatMiniprogram.CustomEvent<{ personId: string; name: string }>) {
    const { text, mentions } = this.data.draft;
    const others = mentions.filter(({ personId }) => personId !== detail.personId);
    const blank = text === '' || /\s$/.test(text) ? '' : ' ';
    this.changeDraft({
      text: `${text}${blank}@${detail.name} `.slice(0, limits.text),
      mentions: [...others, detail].slice(-limits.mentions),
    });
    this.setData({ choosingColleague: false });
  },

  async onPublishTap() {
    if (this.data.topicTyped) this.onTopicAddTap();
    const { draft, postId } = this.data;
    const text = draft.text.trim();
    if (!text || [...text].length > limits.text) {
      this.setData({ textProblem: text ? '最多 2000 个字，请删短一点' : '先写点什么再发布' });
      return;
    }
    this.setData({ saving: true, problem: '' });
    const answer = await publish(this).send((requestId) =>
      postId
        ? cloud.community.editPost({ postId, text, topics: draft.topics, requestId })
        : publishDraft(draft, this.data.clubId || null, requestId),
    );
    this.setData({ saving: false });
    if (answer.ok) this.showPublished(answer.data);
    else if (answer.code === 'post_picture_unusable') this.setData({ pictureProblem: refusalText(answer) });
    else this.setData({ problem: refusalText(answer) });
  },
  /** Its page says in what state it is; a toast would be gone before it is read. */
  showPublished({ _id }: PostView) {
    if (this.data.postId) {
      wx.navigateBack();
      return;
    }
    wx.removeStorageSync(draftKey);
    wx.redirectTo({ url: `/packages/community/pages/post/post?id=${_id}` });
  },
});
