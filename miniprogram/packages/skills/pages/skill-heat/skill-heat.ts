import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { TrainingContract } from '../../../../../shared/training/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { dayInWords, todayOf } from '../../../../wording/day';

const percentOf = (proven: number, wanted: number) => Math.round((proven * 100) / wanted);

/** Four shades; the number beside them says the same. */
const shadeOf = (percent: number) =>
  percent >= 80 ? 'high' : percent >= 50 ? 'middle' : percent >= 20 ? 'low' : 'none';

function faceOf({ on, items }: OutputOf<TrainingContract['readSkillHeat']>) {
  const shown = items.map(({ skill, groups }) => ({
    skill,
    groups: groups.map(({ departmentName, wanted, proven }) => {
      const percent = percentOf(proven, wanted);
      return {
        ...{ key: departmentName || '其他', name: departmentName || '人数少的部门合起来', shade: shadeOf(percent) },
        ...{ said: `${wanted} 人要有，${proven} 人已证明`, percent: `${percent}%` },
      };
    }),
  }));
  return {
    counted:
      on === null
        ? ''
        : `${dayInWords(on, todayOf(new Date()))}的统计。不到五人的部门合起来显示，合起来还不到五人就不显示。`,
    items: shown,
  };
}

Page({
  data: { frame: loading, face: {} as ReturnType<typeof faceOf>, mayChange: false },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, ({ roles }) => this.setData({ mayChange: roles.includes('hr') }));
    this.setData({ mayChange: currentMe().roles.includes('hr') });
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    this.readHeat();
  },
  async readHeat() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.readSkillHeat({}),
      show: (heat) => this.setData({ face: faceOf(heat) }),
    });
  },
  onRetryTap() {
    this.readHeat();
  },
  onNeedsTap() {
    wx.navigateTo({ url: '/packages/skills/pages/skill-needs/skill-needs' });
  },
});
