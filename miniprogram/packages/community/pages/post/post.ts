import type { CommunityContract } from '../../../../../shared/community/contract';
import type { CommentView } from '../../../../../shared/community/post';
import type { SubjectKind } from '../../../../../shared/community/review';
import type { OutputOf } from '../../../../../shared/kernel/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { openTopic } from '../../../../components/post-card/open-topic';
import { type PostRow, postRow } from '../../../../components/post-card/post-row';
import { type CommentRow, commentRow } from '../../wording/comment';

type PostAnswer = OutputOf<CommunityContract['readPost']>;
type CommentEvent = WechatMiniprogram.CustomEvent<{ comment: CommentRow }>;
type ValueEvent = WechatMiniprogram.CustomEvent<{ value: string }>;

const intents = perPage(() => ({
  comment: new Intent(),
  save: new Intent(),
  acceptance: new Intent(),
  proposal: new Intent(),
  removal: new Intent(),
  appeal: new Intent(),
}));

interface Thread extends Screen {
  shownPostId(): string;
}
const thread = perPage(
  (screen: Thread) =>
    new PagedList({
      screen: { setData: ({ frame, ...data }) => screen.setData(frame ? { ...data, threadFrame: frame } : data) },
      keepAs: null,
      read: (cursor) => cloud.community.listComments({ postId: screen.shownPostId(), ...cursor }),
      rowOf: (comment: CommentView) => commentRow(comment, new Date()),
    }),
);

Page({
  data: {
    postId: '',
    frame: loading,
    threadFrame: loading,
    post: {} as PostRow,
    isSaved: false,
    isProposed: false,
    unseen: [] as CommentRow[],
    rows: [] as CommentRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    words: '',
    replyTo: {} as Partial<CommentRow>,
    /** One line that grows to four. */
    autosize: { minHeight: 24, maxHeight: 96 },
    sending: false,
    sendProblem: '',
    sheet: '' as '' | 'remove' | 'removeComment' | 'report' | 'appeal',
    subjectKind: 'post' as SubjectKind,
    subject: {} as Partial<CommentRow>,
    appealWords: '',
    busy: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ postId: id, words: (wx.getStorageSync(`draft.comment.${id}`) as string) || '' });
  },
  onShow() {
    this.readAll();
  },
  async onPullDownRefresh() {
    await this.readAll();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    thread(this).more();
  },

  shownPostId() {
    return this.data.postId;
  },
  async readAll() {
    await Promise.all([this.readPost(), thread(this).revisit()]);
  },
  async readPost() {
    const { postId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.community.readPost({ postId }),
      show: (answer) => this.showPost(answer),
    });
  },
  showPost({ post, isSavedByMe, unseen }: PostAnswer) {
    const now = new Date();
    this.setData({
      post: postRow(post, now),
      isSaved: isSavedByMe,
      unseen: unseen.map((comment) => commentRow(comment, now)),
    });
    wx.setNavigationBarTitle({ title: post.kind === 'question' ? '提问' : '动态' });
  },
  onTopicTap({ detail }: WechatMiniprogram.CustomEvent<{ topic: string }>) {
    openTopic(detail.topic);
  },
  onRetryTap() {
    this.readAll();
  },
  onMoreTap() {
    thread(this).more();
  },

  async onSaveTap() {
    const { postId, isSaved } = this.data;
    this.setData({ isSaved: !isSaved, sendProblem: '' });
    const answer = await intents(this).save.send((requestId) =>
      cloud.community.savePost({ postId, isSaved: !isSaved, requestId }),
    );
    this.setData({ isSaved: answer.ok ? answer.data.isSavedByMe : isSaved });
    if (!answer.ok) this.setData({ sendProblem: refusalText(answer) });
    else if (answer.data.isSavedByMe) wx.showToast({ title: '已收藏', icon: 'success', duration: 1500 });
  },
  onEditTap() {
    wx.navigateTo({ url: `/packages/community/pages/new-post/new-post?id=${this.data.postId}` });
  },

  // 评论
  onWordsChange({ detail }: ValueEvent) {
    this.setData({ words: detail.value, sendProblem: '' });
    wx.setStorageSync(`draft.comment.${this.data.postId}`, detail.value);
  },
  onReplyTap({ detail }: CommentEvent) {
    this.setData({ replyTo: detail.comment, sendProblem: '' });
  },
  onReplyEndTap() {
    this.setData({ replyTo: {} });
  },
  async onSendTap() {
    const { postId, replyTo } = this.data;
    const text = this.data.words.trim();
    if (!text) {
      this.setData({ sendProblem: '先写几个字再发送。' });
      return;
    }
    this.setData({ sending: true, sendProblem: '' });
    const answer = await intents(this).comment.send((requestId) =>
      cloud.community.writeComment({ postId, text, replyToId: replyTo._id ?? null, requestId }),
    );
    this.setData({ sending: false });
    if (!answer.ok) {
      this.setData({ sendProblem: refusalText(answer) });
      return;
    }
    wx.removeStorageSync(`draft.comment.${postId}`);
    this.setData({ words: '', replyTo: {} });
    await Promise.all([this.readPost(), thread(this).refresh()]);
  },

  async onAcceptTap({ detail }: CommentEvent) {
    const commentId = detail.comment._id;
    const answer = await intents(this).acceptance.send((requestId) =>
      cloud.community.acceptAnswer({ commentId, requestId }),
    );
    if (!answer.ok) {
      this.setData({ sendProblem: refusalText(answer) });
      return;
    }
    wx.vibrateShort({ type: 'light' });
    await Promise.all([this.readPost(), thread(this).refresh()]);
  },

  async onFaqTap() {
    const { postId } = this.data;
    this.setData({ sendProblem: '' });
    const answer = await intents(this).proposal.send((requestId) => cloud.community.proposeFaq({ postId, requestId }));
    if (!answer.ok) {
      this.setData({ sendProblem: refusalText(answer) });
      return;
    }
    this.setData({ isProposed: true });
    wx.showToast({ title: '已推荐给 HR', icon: 'success', duration: 1500 });
  },

  // 删除、举报、申诉
  onRemoveTap() {
    this.setData({ sheet: 'remove', problem: '' });
  },
  onCommentRemoveTap({ detail }: CommentEvent) {
    this.setData({ sheet: 'removeComment', subject: detail.comment, problem: '' });
  },
  onReportTap() {
    this.setData({ sheet: 'report', subjectKind: 'post', subject: { _id: this.data.postId } });
  },
  onCommentReportTap({ detail }: CommentEvent) {
    this.setData({ sheet: 'report', subjectKind: 'comment', subject: detail.comment });
  },
  onAppealTap() {
    this.setData({ sheet: 'appeal', subjectKind: 'post', subject: { _id: this.data.postId }, problem: '' });
  },
  onCommentAppealTap({ detail }: CommentEvent) {
    this.setData({ sheet: 'appeal', subjectKind: 'comment', subject: detail.comment, problem: '' });
  },
  onAppealChange({ detail }: ValueEvent) {
    this.setData({ appealWords: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  async onRemoveConfirm() {
    const { postId } = this.data;
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).removal.send((requestId) => cloud.community.removePost({ postId, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    wx.showToast({ title: '已删除', icon: 'success', duration: 1500 });
    wx.navigateBack();
  },
  async onCommentRemoveConfirm() {
    const commentId = this.data.subject._id ?? '';
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).removal.send((requestId) =>
      cloud.community.removeComment({ commentId, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ sheet: '' });
    await Promise.all([this.readPost(), thread(this).refresh()]);
  },
  async onAppealConfirm() {
    const words = this.data.appealWords.trim();
    if (!words) {
      this.setData({ problem: '写一句为什么应该恢复。' });
      return;
    }
    const { subjectKind, subject } = this.data;
    const subjectId = subject._id ?? '';
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).appeal.send((requestId) =>
      cloud.community.appeal({ subjectKind, subjectId, words, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ sheet: '', appealWords: '' });
    wx.showToast({ title: '已提交申诉', icon: 'success', duration: 1500 });
    await this.readPost();
  },
});
