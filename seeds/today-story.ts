import type { NoticeKind } from '../shared/today/model';

/** A message of the story; hours count back from the moment the seeds are made. */
export interface ToldNotice {
  employeeNumber: string;
  kind: NoticeKind;
  title: string;
  line: string;
  page: string;
  hoursAgo: number;
  isRead: boolean;
}

const welcome = (employeeNumber: string, hoursAgo: number): ToldNotice => ({
  employeeNumber,
  kind: 'journey',
  title: '欢迎来到同路',
  line: '从今天起，和你有关的事都在这里',
  page: '/pages/home/home',
  hoursAgo,
  isRead: true,
});

/** What people of the company were told lately; 林晓 has two messages that she has not read. */
export const toldNotices: readonly ToldNotice[] = [
  {
    employeeNumber: 'YS-0031',
    kind: 'points',
    title: '连续签到 12 天',
    line: '再坚持 3 天，就是半个月了',
    page: '/packages/points/pages/ledger/ledger',
    hoursAgo: 3,
    isRead: false,
  },
  {
    employeeNumber: 'YS-0031',
    kind: 'task',
    title: '核对一下我的信息',
    line: '手机号换过的话，请告诉人力资源部',
    page: '/packages/people/pages/my-record/my-record',
    hoursAgo: 28,
    isRead: false,
  },
  {
    employeeNumber: 'YS-0031',
    kind: 'points',
    title: '兑换的礼品已发放',
    line: '桌面绿植已经交到你手里',
    page: '/packages/points/pages/my-redemptions/my-redemptions',
    hoursAgo: 8 * 24,
    isRead: true,
  },
  welcome('YS-0031', 60 * 24),
  {
    employeeNumber: 'YS-0019',
    kind: 'points',
    title: '兑换已取消，积分已退回',
    line: '这一批伞骨有质量问题',
    page: '/packages/points/pages/my-redemptions/my-redemptions',
    hoursAgo: 26,
    isRead: false,
  },
  welcome('YS-0019', 60 * 24),
  welcome('YS-0058', 20),
  welcome('YS-0036', 60 * 24),
  welcome('YS-0003', 60 * 24),
];
