import type { CourseLine, CourseState } from '../../../../../shared/training/course';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { ownBranchOf } from '../../../../wording/branch';
import { momentInWords } from '../../../../wording/day';

const stateInWords: Record<CourseState, string> = { draft: '草稿', published: '已发布', retired: '已停开' };

function courseRow({ courseId, title, state, lessons, questions, isAhead, changedAt }: CourseLine) {
  const stand = state === 'published' && isAhead ? '有未发布的修改' : stateInWords[state];
  const size = [`${lessons} 节`, questions > 0 ? `题库 ${questions} 题` : ''].filter(Boolean).join(' · ');
  return { courseId, title, stand, meta: `${size} · ${momentInWords(changedAt, new Date())}改` };
}

const create = perPage(() => new Intent());
const list = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: 'authored',
      read: (cursor) => cloud.training.listAuthored({ ...cursor }),
      rowOf: courseRow,
    }),
);

Page({
  data: {
    doors: [
      { page: 'assigned', icon: 'person', title: '必修进度', meta: '谁该学什么：逾期、未完成、已完成' },
      { page: 'assignments', icon: 'megaphone', title: '指派记录', meta: '给过谁、什么时候前完成，也能收回' },
    ],
    frame: loading,
    paths: [] as { pathId: string; title: string; meta: string }[],
    rows: [] as ReturnType<typeof courseRow>[],
    tail: 'end' as Tail,
    tailProblem: '',
    naming: false,
    title: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    list(this).revisit();
    this.readPaths();
  },
  /** Paths come beside the courses; without them the list is whole. */
  async readPaths() {
    const answer = await cloud.training.listPaths({});
    if (!answer.ok) return;
    const paths = answer.data.items.map(({ pathId, title, stages }) => ({
      pathId,
      title,
      meta: `${stages.length} 关`,
    }));
    this.setData({ paths });
  },
  onDoorTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { page: string }>) {
    const { page } = currentTarget.dataset;
    wx.navigateTo({ url: `/packages/training-admin/pages/${page}/${page}` });
  },
  onPathTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/training-admin/pages/edit-path/edit-path?id=${currentTarget.dataset.id}` });
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
    wx.navigateTo({ url: `/packages/training-admin/pages/edit-course/edit-course?id=${currentTarget.dataset.id}` });
  },
  onNewTap() {
    this.setData({ naming: true, title: '', problem: '' });
  },
  onDismiss() {
    this.setData({ naming: false });
  },
  onTitleChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ title: detail.value, problem: '' });
  },
  /** HR of a branch writes for the branch. */
  async onCreateConfirm() {
    const title = this.data.title.trim();
    if (!title) {
      this.setData({ problem: '给课程起个名字。' });
      return;
    }
    const me = currentMe();
    const branchId = me.roles.includes('hr') ? null : ownBranchOf(me);
    this.setData({ busy: true, problem: '' });
    const answer = await create(this).send((requestId) => cloud.training.createCourse({ title, branchId, requestId }));
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ naming: false });
    wx.navigateTo({ url: `/packages/training-admin/pages/edit-course/edit-course?id=${answer.data.courseId}` });
  },
});
