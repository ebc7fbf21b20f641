import type { Growth, SharedGoal } from '../../../shared/training/learning';
import { cloud } from '../../cloud/client';
import { fillFrame, loading } from '../../cloud/frame';
import { currentMe, offMeChange, onMeChange } from '../../cloud/session';
import { selectTab } from '../../custom-tab-bar/select-tab';
import { todayOf } from '../../wording/day';
import { growthFace, needsFace } from './growth-view';

/** What the page is for somebody: one's own way of learning, or what is left of it. */
const standingOf = (roles: readonly string[]) => ({
  allowed: roles.includes('employee') || roles.includes('newHire'),
  employed: roles.includes('employee'),
  leads: roles.includes('manager'),
  isAlumnus: roles.includes('alumnus'),
});

Page({
  data: {
    ...standingOf(currentMe().roles),
    frame: loading,
    face: {} as ReturnType<typeof growthFace>,
    needs: null as ReturnType<typeof needsFace>,
    goal: null as (SharedGoal & { width: string }) | null,
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, ({ roles }) => this.showGrowthOf(roles));
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    selectTab(this);
    this.showGrowthOf(currentMe().roles);
  },
  async onPullDownRefresh() {
    if (this.data.allowed) await this.readGrowth();
    wx.stopPullDownRefresh();
  },

  showGrowthOf(roles: readonly string[]) {
    this.setData(standingOf(roles));
    if (this.data.allowed) this.readGrowth();
  },
  async readGrowth() {
    await fillFrame(this, {
      keepAs: 'growth',
      ask: () => cloud.training.readGrowth({}),
      show: (growth) => this.showGrowth(growth),
    });
    await Promise.all([this.readGoal(), this.readNeeds()]);
  },
  showGrowth(growth: Growth) {
    this.setData({ face: growthFace(growth, todayOf(new Date())) });
  },
  /** What we reach together comes by itself; without it the page is whole. */
  async readGoal() {
    const courseId = this.data.face.goalCourseId;
    if (!courseId || !this.data.employed) return;
    const answer = await cloud.training.readSharedGoal({ courseId });
    const goal = answer.ok ? answer.data.goal : null;
    this.setData({ goal: goal && { ...goal, width: `${Math.floor((goal.finished * 100) / goal.of)}%` } });
  },
  /** What the position asks for comes by itself as well. */
  async readNeeds() {
    const answer = await cloud.training.readMySkills({});
    this.setData({ needs: answer.ok ? needsFace(answer.data, todayOf(new Date())) : null });
  },
  onRetryTap() {
    this.readGrowth();
  },
  onCourseTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/training/pages/course/course?id=${currentTarget.dataset.id}` });
  },
  onDoorTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    wx.navigateTo({ url: currentTarget.dataset.url });
  },
  onAllTap() {
    wx.navigateTo({ url: '/packages/training/pages/courses/courses' });
  },
});
