import type { Activity } from '../../../../../shared/activities/activity';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe } from '../../../../cloud/session';
import { type ActivityLine, activityLine } from '../../wording/activity';

type Which = 'coming' | 'mine' | 'past' | 'organised';

const choices: { which: Which; text: string; sentence: string }[] = [
  { which: 'coming', text: '即将开始', sentence: '最近没有活动。有了新的，会在消息里告诉你。' },
  { which: 'mine', text: '我报名的', sentence: '你还没有报名活动，去「即将开始」看看。' },
  { which: 'past', text: '已结束', sentence: '还没有结束的活动。' },
  { which: 'organised', text: '我组织的', sentence: '这里是你组织的活动，现在还没有。' },
];

interface ListScreen extends Screen {
  data: { which: Which };
}

function readList(which: Which, cursor: { cursor?: string }) {
  if (which === 'organised') return cloud.activities.listOrganised(cursor);
  return cloud.activities.listActivities({ which, ...cursor });
}

const list = perPage(
  (screen: ListScreen) =>
    new PagedList({
      screen,
      // What was kept of one list must not stand in for another.
      get keepAs() {
        return screen.data.which === 'coming' ? 'activities' : null;
      },
      read: (cursor) => readList(screen.data.which, cursor),
      rowOf: (activity: Activity) => activityLine(activity, new Date()),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as ActivityLine[],
    tail: 'end' as Tail,
    tailProblem: '',
    choices,
    which: 'coming' as Which,
    sentence: '',
    mayPublish: false,
  },

  onLoad({ which = 'coming' }: { which?: Which }) {
    wx.hideShareMenu({});
    const { roles } = currentMe();
    const chosen = choices.find((one) => one.which === which)?.which ?? 'coming';
    this.setData({ mayPublish: roles.includes('hr') || roles.includes('branchHr') });
    this.choose(chosen);
  },
  onShow() {
    list(this).revisit();
  },
  async onPullDownRefresh() {
    await list(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },

  choose(which: Which) {
    const sentence = choices.find((one) => one.which === which)?.sentence ?? '';
    this.setData({ which, sentence, rows: [], frame: loading });
  },
  onWhichTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { which: Which }>) {
    this.choose(currentTarget.dataset.which);
    list(this).refresh();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onMoreTap() {
    list(this).more();
  },
  onActivityTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/activities/pages/activity/activity?id=${currentTarget.dataset.id}` });
  },
  onPublishTap() {
    wx.navigateTo({ url: '/packages/activities/pages/new-activity/new-activity' });
  },
});
