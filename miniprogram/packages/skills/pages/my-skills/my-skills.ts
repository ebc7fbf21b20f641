import type { MySkill, NextCourse } from '../../../../../shared/training/skill';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { todayOf } from '../../../../wording/day';
import { learningRow } from '../../../../wording/learning';
import { reasonOf } from '../../../../wording/skill';
import { type SkillRow, skillRow } from '../../wording/skill-row';

function rowOf(mine: MySkill, today: string): SkillRow & { courseId: string } {
  const { course } = mine;
  const unproven = course ? `通过「${course.title}」就能证明` : '还没有课程能证明，可以请直属上级确认';
  return { ...skillRow(mine, today, unproven), courseId: course?.courseId ?? '' };
}

function faceOf({ items, next }: { items: MySkill[]; next: NextCourse | null }, today: string) {
  const proven = items.filter(({ proof }) => proof !== null).length;
  return {
    summary: `${items.length} 项要求，已证明 ${proven} 项`,
    next: next && { ...learningRow(next.course, today), reason: reasonOf(next) },
    // What is missing first.
    rows: [...items]
      .sort((one, other) => Number(one.proof !== null) - Number(other.proof !== null))
      .map((item) => rowOf(item, today)),
  };
}

Page({
  data: { frame: loading, face: {} as ReturnType<typeof faceOf> },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    this.readSkills();
  },
  async readSkills() {
    await fillFrame(this, {
      keepAs: 'skills',
      ask: () => cloud.training.readMySkills({}),
      show: (mine) => this.setData({ face: faceOf(mine, todayOf(new Date())) }),
    });
  },
  onRetryTap() {
    this.readSkills();
  },
  onCourseTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const { id } = currentTarget.dataset;
    if (id) wx.navigateTo({ url: `/packages/training/pages/course/course?id=${id}` });
  },
});
