import type { LearnerLine, LearningState } from '../../../../../shared/training/learning';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { todayOf } from '../../../../wording/day';
import { type LearnerRow, learnerRow } from '../../wording/learner-row';

interface Asked extends Screen {
  asked(): { courseId: string; state: LearningState | null };
}
const list = perPage(
  (screen: Asked) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.training.listLearners({ ...screen.asked(), ...cursor }),
      rowOf: (line: LearnerLine) => learnerRow(line, todayOf(new Date())),
    }),
);

Page({
  data: {
    courseId: '',
    state: '' as LearningState | '',
    states: [
      { state: '', text: '全部' },
      { state: 'assigned', text: '还没开始' },
      { state: 'learning', text: '在学' },
      { state: 'passed', text: '已通过' },
    ] as { state: LearningState | ''; text: string }[],
    frame: loading,
    rows: [] as LearnerRow[],
    tail: 'end' as Tail,
    tailProblem: '',
  },

  onLoad({ course = '' }: { course?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: course });
    list(this).refresh();
  },
  asked() {
    return { courseId: this.data.courseId, state: this.data.state || null };
  },
  onStateTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { state: LearningState | '' }>) {
    this.setData({ state: currentTarget.dataset.state, frame: loading, rows: [] });
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
