import type { TeamSkills } from '../../../../../shared/training/skill';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';

function teamRow({ personId, name, position, wanted, missing }: TeamSkills) {
  const gap = missing.length > 0 ? `还没有证明：${missing.join('、')}` : '都证明了';
  return {
    ...{ personId, title: `${name} · ${position}`, meta: wanted === 0 ? '岗位还没有写下技能要求' : gap },
    stand: wanted === 0 ? '' : `${wanted - missing.length} / ${wanted}`,
  };
}

const list = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.training.listTeamSkills({ ...cursor }),
      rowOf: teamRow,
    }),
);

Page({
  data: { frame: loading, rows: [] as ReturnType<typeof teamRow>[], tail: 'end' as Tail, tailProblem: '' },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    list(this).revisit();
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
  onPersonTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/skills/pages/person-skills/person-skills?id=${currentTarget.dataset.id}` });
  },
});
