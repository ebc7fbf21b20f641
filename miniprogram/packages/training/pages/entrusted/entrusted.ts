import type { LearnerLine } from '../../../../../shared/training/learning';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { todayOf } from '../../../../wording/day';
import { type LearnerRow, learnerRow } from '../../wording/learner';

const list = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.training.listEntrusted({ ...cursor }),
      rowOf: (line: LearnerLine) => learnerRow(line, todayOf(new Date())),
    }),
);

Page({
  data: { frame: loading, rows: [] as LearnerRow[], tail: 'end' as Tail, tailProblem: '' },

  onLoad() {
    wx.hideShareMenu({});
    list(this).refresh();
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
});
