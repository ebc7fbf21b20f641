import type { Notice } from '../../../../../shared/today/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { adoptUnread, currentUnread, offUnreadChange, onUnreadChange, readToday } from '../../../../cloud/unread';
import { type NoticeRow, noticeRow } from '../../wording/notice-row';

const notices = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: 'inbox',
      read: (cursor) => cloud.today.listInbox(cursor),
      rowOf: (notice: Notice) => noticeRow(notice, new Date()),
    }),
);
const readingAll = perPage(() => new Intent());

const settingsPage = '/packages/inbox/pages/notice-settings/notice-settings';
const isTabPage = (page: string) => page.startsWith('/pages/');

Page({
  data: {
    frame: loading,
    rows: [] as NoticeRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    unread: currentUnread(),
    isReadingAll: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    onUnreadChange(this, (unread) => this.setData({ unread }));
  },
  onUnload() {
    offUnreadChange(this);
  },
  onShow() {
    this.setData({ unread: currentUnread(), problem: '' });
    notices(this).revisit();
    readToday();
  },
  async onPullDownRefresh() {
    await Promise.all([notices(this).refresh(), readToday()]);
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    notices(this).more();
  },

  onRetryTap() {
    notices(this).refresh();
  },
  onMoreTap() {
    notices(this).more();
  },
  onSettingsTap() {
    wx.navigateTo({ url: settingsPage });
  },

  /** The page opens at once; that the message was read may arrive a moment later. */
  onNoticeTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const { index } = currentTarget.dataset;
    const row = this.data.rows[index];
    if (!row) return;
    if (!row.isRead) this.markRead(row, index);
    const problem = '这条消息说的页面现在打不开。';
    const fail = () => this.setData({ problem });
    if (isTabPage(row.page)) wx.switchTab({ url: row.page.replace(/\?.*$/, ''), fail });
    else wx.navigateTo({ url: row.page, fail });
  },
  async markRead({ _id }: NoticeRow, index: number) {
    this.setData({ [`rows[${index}].isRead`]: true });
    const answer = await cloud.today.markRead({ noticeIds: [_id], requestId: newRequestId() });
    if (answer.ok) adoptUnread(answer.data.unread);
  },

  /** Up to the newest message on screen: what came since was not seen yet. */
  async onReadAllTap() {
    const newest = this.data.rows[0];
    if (!newest || this.data.isReadingAll) return;
    this.setData({ isReadingAll: true, problem: '' });
    const answer = await readingAll(this).send((requestId) => cloud.today.markAllRead({ until: newest.at, requestId }));
    this.setData({ isReadingAll: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    adoptUnread(answer.data.unread);
    this.setData({ rows: this.data.rows.map((row) => ({ ...row, isRead: true })) });
  },
});
