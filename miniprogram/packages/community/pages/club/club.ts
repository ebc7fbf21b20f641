import type { Club } from '../../../../../shared/community/club-calls';
import type { PostView } from '../../../../../shared/community/post';
import type { Answer } from '../../../../../shared/kernel/contract';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { openTopic } from '../../../../components/post-card/open-topic';
import { type PostRow, postRow } from '../../../../components/post-card/post-row';
import { type ClubRow, clubRow } from '../../wording/club';

interface ClubScreen extends Screen {
  data: { clubId: string };
}
const space = perPage(
  (screen: ClubScreen) =>
    new PagedList({
      screen: { setData: ({ frame, ...data }) => screen.setData(frame ? { ...data, spaceFrame: frame } : data) },
      keepAs: null,
      read: (cursor) => cloud.community.listFeed({ clubId: screen.data.clubId, ...cursor }),
      rowOf: (post: PostView) => postRow(post, new Date()),
    }),
);
const intents = perPage(() => ({
  ...{ join: new Intent(), change: new Intent(), move: new Intent(), close: new Intent() },
}));

interface Organiser {
  personId: string;
  name: string;
}

Page({
  data: {
    clubId: '',
    frame: loading,
    spaceFrame: loading,
    club: {} as ClubRow,
    rows: [] as PostRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    sheet: '' as '' | 'change' | 'move' | 'close',
    name: '',
    about: '',
    organisers: [] as Organiser[],
    movedId: '',
    reason: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ clubId: id });
  },
  onShow() {
    this.readClub();
    space(this).revisit();
  },
  async onPullDownRefresh() {
    await Promise.all([this.readClub(), space(this).refresh()]);
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    space(this).more();
  },
  async readClub() {
    const { clubId } = this.data;
    await fillFrame(this, {
      keepAs: `club.${clubId}`,
      ask: () => cloud.community.readClub({ clubId }),
      show: (club) => this.showClub(club),
    });
  },
  showClub(club: Club) {
    this.setData({ club: clubRow(club) });
    wx.setNavigationBarTitle({ title: club.name });
  },
  onRetryTap() {
    this.readClub();
    space(this).refresh();
  },
  onMoreTap() {
    space(this).more();
  },
  onPostOpen({ detail }: WechatMiniprogram.CustomEvent<{ postId: string }>) {
    wx.navigateTo({ url: `/packages/community/pages/post/post?id=${detail.postId}` });
  },
  onTopicTap({ detail }: WechatMiniprogram.CustomEvent<{ topic: string }>) {
    openTopic(detail.topic);
  },
  onWriteTap() {
    wx.navigateTo({ url: `/packages/community/pages/new-post/new-post?club=${this.data.clubId}` });
  },
  onMembersTap() {
    wx.navigateTo({ url: `/packages/community/pages/club-members/club-members?id=${this.data.clubId}` });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },

  onJoinTap() {
    const { clubId, club } = this.data;
    const wanted = { clubId, isMember: !club.isMember };
    this.take(intents(this).join.send((requestId) => cloud.community.joinClub({ ...wanted, requestId })));
  },
  onChangeTap() {
    const { name, about, organisers } = this.data.club;
    this.setData({ sheet: 'change', name, about, organisers, problem: '', pageProblem: '' });
  },
  onNameChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ name: detail.value, problem: '' });
  },
  onAboutChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ about: detail.value, problem: '' });
  },
  onOrganisersChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Organiser[] }>) {
    this.setData({ organisers: detail.chosen, problem: '' });
  },
  onChangeConfirm() {
    const { clubId, name, about, organisers } = this.data;
    if (!name.trim() || organisers.length === 0) {
      this.setData({ problem: '名称和组织者都要有。' });
      return;
    }
    const organiserIds = organisers.map(({ personId }) => personId);
    const written = { clubId, name, about, organiserIds };
    this.take(intents(this).change.send((requestId) => cloud.community.changeClub({ ...written, requestId })));
  },
  /** Shows the club as the cloud answered, or the refusal where it was asked for. */
  async take(asked: Promise<Answer<Club>>) {
    const done = await carryOut(this, asked);
    if (done) this.showClub(done);
  },

  onMoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    this.setData({ sheet: 'move', movedId: currentTarget.dataset.id, problem: '' });
  },
  async onMoveConfirm() {
    const { movedId: postId } = this.data;
    const asked = intents(this).move.send((requestId) => cloud.community.moveOutOfClub({ postId, requestId }));
    if (await carryOut(this, asked)) await space(this).refresh();
  },

  onCloseTap() {
    this.setData({ sheet: 'close', reason: '', problem: '', pageProblem: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  onCloseConfirm() {
    const { clubId, reason } = this.data;
    if (!reason.trim()) {
      this.setData({ problem: '写一句为什么，成员会看到。' });
      return;
    }
    this.take(intents(this).close.send((requestId) => cloud.community.closeClub({ clubId, reason, requestId })));
  },
});
