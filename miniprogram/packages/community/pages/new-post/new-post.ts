import type { PostKind, PostView } from '../../../../../shared/community/post';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { doorFrame } from '../../../../cloud/door-frame';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { type DraftPicture, forgetPictures, keepPicture, picturesStillThere } from './draft-pictures';
import { emptyDraft, limits, type PostDraft, topicIn } from './post-draft';
import { publishDraft, saveChange } from './send-post';

/** A new post has one draft, a change has one for each post. */
const draftKeyOf = (postId: string) => (postId ? `draft.post.${postId}` : 'draft.post');
const keptDraft = (postId: string) => (wx.getStorageSync(draftKeyOf(postId)) as PostDraft | '') || null;
const publish = perPage(() => new Intent());

const kinds: { kind: PostKind; text: string }[] = [
  { kind: 'post', text: '动态' },
  { kind: 'question', text: '提问' },
];

Page({
  data: {
    /** Of the post that is changed; empty for a new one. */
    postId: '',
    /** In whose space it will stand; empty for none. */
    clubId: '',
    frame: loading,
    kinds,
    limits,
    draft: emptyDraft,
    /** What is shown was written earlier and not saved. */
    isUnsaved: false,
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
    this.read();
    if (!id) this.showNew({ ...emptyDraft, kind: kind === 'question' ? 'question' : 'post' });
  },
  onUnload() {
    offMeChange(this);
  },
  /** Whether there is something to write here: the post that is changed, the club, or the right to write at all. */
  read() {
    if (this.data.postId) this.readPost();
    else if (this.data.clubId) this.readClub();
    else {
      onMeChange(this, (me) => this.showMe(me));
      this.showMe(currentMe());
    }
  },
  showMe(me: Me) {
    this.setData({ frame: doorFrame(me, ['employee']) });
  },
  /** What only members write and nobody after the closing is not asked for first. */
  async readClub() {
    const { clubId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: async () => {
        const answer = await cloud.community.readClub({ clubId });
        if (!answer.ok) return answer;
        const { closed, isMember } = answer.data;
        if (closed) return { ok: false, code: 'club_closed' };
        return isMember ? answer : { ok: false, code: 'club_not_member' };
      },
      show: () => undefined,
    });
  },
  async showNew(fresh: PostDraft) {
    const kept = keptDraft('');
    if (!kept?.text && !kept?.pictures.length) this.showDraft(fresh);
    else this.showDraft({ ...kept, pictures: await picturesStillThere(kept.pictures, []) });
  },

  async readPost() {
    const { postId } = this.data;
    this.setData({ frame: loading });
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.community.readPost({ postId }),
      show: ({ post: { kind, text, topics, mentions }, pictures }) => {
        const standing = pictures.map(({ number, url }) => ({ number, src: url }));
        this.showChange({ ...emptyDraft, kind, text, topics, mentions, pictures: standing });
      },
    });
  },
  async showChange(standing: PostDraft) {
    const kept = keptDraft(this.data.postId);
    this.setData({ isUnsaved: kept !== null });
    if (!kept) this.showDraft(standing);
    else this.showDraft({ ...kept, pictures: await picturesStillThere(kept.pictures, standing.pictures) });
  },
  /** Back to the post as it stands. */
  onDiscardTap() {
    this.forgetDraft();
    this.readPost();
  },
  showDraft(draft: PostDraft) {
    this.setData({ draft });
    const verb = this.data.postId ? '修改' : draft.kind === 'question' ? '提问' : '发动态';
    wx.setNavigationBarTitle({ title: verb });
  },
  changeDraft(change: Partial<PostDraft>) {
    const draft = { ...this.data.draft, ...change };
    this.setData({ draft, problem: '' });
    wx.setStorageSync(draftKeyOf(this.data.postId), draft);
  },
  forgetDraft() {
    forgetPictures(this.data.draft.pictures);
    wx.removeStorageSync(draftKeyOf(this.data.postId));
  },
  onRetryTap() {
    this.read();
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
    const added = await Promise.all(fitting.slice(0, left).map(({ tempFilePath }) => keepPicture(tempFilePath)));
    this.changeDraft({ pictures: [...this.data.draft.pictures, ...added] });
    this.setData({ pictureProblem: dropped > 0 ? `有 ${dropped} 张超过 1 MB，没有加进来` : '' });
  },
  onPictureRemoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const { index } = currentTarget.dataset;
    const { pictures } = this.data.draft;
    forgetPictures(pictures.slice(index, index + 1));
    this.changeDraft({ pictures: pictures.filter((_, place) => place !== index) });
  },
  /** One place towards the front: the first picture is the one that lists show large. */
  onPictureForwardTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const { index } = currentTarget.dataset;
    const { pictures } = this.data.draft;
    const others = pictures.filter((_, place) => place !== index);
    const moved: DraftPicture[] = [...others.slice(0, index - 1), ...pictures.slice(index, index + 1)];
    this.changeDraft({ pictures: [...moved, ...others.slice(index - 1)] });
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
        ? saveChange(this.data.draft, postId, requestId)
        : publishDraft(draft, this.data.clubId || null, requestId),
    );
    this.setData({ saving: false });
    if (answer.ok) this.showPublished(answer.data);
    else if (answer.code === 'post_picture_unusable') this.setData({ pictureProblem: refusalText(answer) });
    else this.setData({ problem: refusalText(answer) });
  },
  /** Its page says in what state it is; a toast would be gone before it is read. */
  showPublished({ _id }: PostView) {
    this.forgetDraft();
    if (this.data.postId) {
      wx.navigateBack();
      return;
    }
    wx.redirectTo({ url: `/packages/community/pages/post/post?id=${_id}` });
  },
});
