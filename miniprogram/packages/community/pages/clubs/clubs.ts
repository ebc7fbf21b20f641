import type { Club } from '../../../../../shared/community/club-calls';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { type ClubRow, clubRow } from '../../wording/club';

interface ClubsScreen extends Screen {
  data: { isClosed: boolean };
}
const clubs = perPage(
  (screen: ClubsScreen) =>
    new PagedList({
      screen,
      keepAs: screen.data.isClosed ? null : 'clubs',
      read: (cursor) => cloud.community.listClubs({ isClosed: screen.data.isClosed, ...cursor }),
      rowOf: (club: Club) => clubRow(club),
    }),
);
const open = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    rows: [] as ClubRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    /** Whether this page is the one of those that were closed. */
    isClosed: false,
    isHr: false,
    sheet: '' as '' | 'open',
    name: '',
    about: '',
    organisers: [] as Colleague[],
    busy: false,
    problem: '',
  },

  onLoad({ closed = '' }: { closed?: string }) {
    wx.hideShareMenu({});
    this.setData({ isClosed: closed !== '' });
    if (closed) wx.setNavigationBarTitle({ title: '已关闭的社团' });
    onMeChange(this, ({ roles }) => this.setData({ isHr: roles.includes('hr') }));
    this.setData({ isHr: currentMe().roles.includes('hr') });
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    clubs(this).revisit();
  },
  async onPullDownRefresh() {
    await clubs(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    clubs(this).more();
  },
  onRetryTap() {
    clubs(this).refresh();
  },
  onMoreTap() {
    clubs(this).more();
  },
  onClubTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/community/pages/club/club?id=${currentTarget.dataset.id}` });
  },
  onClosedTap() {
    wx.navigateTo({ url: '/packages/community/pages/clubs/clubs?closed=1' });
  },

  onOpenTap() {
    this.setData({ sheet: 'open', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onNameChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ name: detail.value, problem: '' });
  },
  onAboutChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ about: detail.value, problem: '' });
  },
  onOrganisersChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ organisers: detail.chosen, problem: '' });
  },
  async onOpenConfirm() {
    const { name, about, organisers } = this.data;
    if (!name.trim() || organisers.length === 0) {
      this.setData({ problem: '起个名字，再选至少一位组织者。' });
      return;
    }
    const organiserIds = organisers.map(({ personId }) => personId);
    const asked = open(this).send((requestId) => cloud.community.openClub({ name, about, organiserIds, requestId }));
    if (!(await carryOut(this, asked))) return;
    this.setData({ name: '', about: '', organisers: [] });
    await clubs(this).refresh();
  },
});
