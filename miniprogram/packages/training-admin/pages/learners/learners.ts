import type { LearnerLine, LearningState } from '../../../../../shared/training/learning';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
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

const recompute = perPage(() => new Intent());

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
    isRecomputing: false,
    checked: 0,
    said: '',
    busy: false,
    problem: '',
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
  onRecomputeTap() {
    this.setData({ isRecomputing: true, checked: 0, said: '', problem: '' });
  },
  onDismiss() {
    const hasChanged = this.data.said !== '';
    this.setData({ isRecomputing: false });
    if (hasChanged) list(this).refresh();
  },
  /** A hundred learners a call, until all are through. What was corrected stays so when a later call fails. */
  async onRecomputeConfirm() {
    const { courseId } = this.data;
    let [checked, corrected] = [0, 0];
    let next: string | null = null;
    this.setData({ busy: true, problem: '' });
    do {
      const after: { cursor?: string } = next === null ? {} : { cursor: next };
      const answer = await recompute(this).send((requestId) =>
        cloud.training.recomputeProgress({ courseId, ...after, requestId }),
      );
      if (!answer.ok) {
        this.setData({ busy: false, problem: refusalText(answer) });
        return;
      }
      checked += answer.data.checked;
      corrected += answer.data.corrected;
      next = answer.data.next;
      this.setData({ checked });
    } while (next !== null);
    const outcome = corrected > 0 ? `更正了 ${corrected} 人。` : '都是对的，没有人要更正。';
    this.setData({ busy: false, said: `核对了 ${checked} 人，${outcome}` });
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
