import type { LearningLine } from '../../../../../shared/training/learning';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { todayOf } from '../../../../wording/day';
import { type LearningRow, learningRow } from '../../../../wording/learning';

const list = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: 'courses',
      read: (cursor) => cloud.training.listCourses({ ...cursor }),
      rowOf: (line: LearningLine) => learningRow(line, todayOf(new Date())),
    }),
);

Page({
  data: { frame: loading, rows: [] as LearningRow[], tail: 'end' as Tail, tailProblem: '' },

  onLoad() {
    wx.hideShareMenu({});
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
  onMoreTap() {
    list(this).more();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onCourseTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/training/pages/course/course?id=${currentTarget.dataset.id}` });
  },
});
