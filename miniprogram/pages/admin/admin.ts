import type { Me } from '../../../shared/people/model';
import { cloud } from '../../cloud/client';
import { currentMe, offMeChange, onMeChange, refreshMe } from '../../cloud/session';
import { selectTab } from '../../custom-tab-bar/select-tab';
import { type Door, sectionsFor } from './admin-doors';

/** One page is enough to know whether something waits; beyond it the number is not counted. */
const counted = 50;

/** `3`, or `50+` when there are more; empty when nothing waits. */
function countInWords({ items, next }: { items: readonly unknown[]; next: string | null }): string {
  return next ? `${items.length}+` : items.length ? String(items.length) : '';
}

Page({
  data: { allowed: false, sections: sectionsFor(false), waiting: {} as Partial<Record<Door['counts'], string>> },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => {
      this.showMe(me);
      this.countWaiting();
    });
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    selectTab(this);
    this.showMe(currentMe());
    this.countWaiting();
  },
  async onPullDownRefresh() {
    await Promise.all([refreshMe(), this.countWaiting()]);
    wx.stopPullDownRefresh();
  },

  showMe({ roles }: Me) {
    const everywhere = roles.includes('hr');
    this.setData({ allowed: everywhere || roles.includes('branchHr'), sections: sectionsFor(everywhere) });
  },
  async countWaiting() {
    if (!this.data.allowed) return;
    const [reserved, batches, reviews, cases] = await Promise.all([
      cloud.points.listRedemptions({ state: 'reserved', limit: counted }),
      cloud.people.listRosterBatches({}),
      cloud.community.listReviews({ isOpen: true, limit: counted }),
      currentMe().roles.includes('hr') ? cloud.points.listPointCases({ state: 'open', limit: counted }) : null,
    ]);
    if (reserved.ok) this.setData({ 'waiting.redemptions': countInWords(reserved.data) });
    if (reviews.ok) this.setData({ 'waiting.reviews': countInWords(reviews.data) });
    if (cases?.ok) this.setData({ 'waiting.cases': countInWords(cases.data) });
    if (batches.ok) {
      const open = batches.data.items.filter(({ stage }) => stage === 'mapped' || stage === 'reviewing').length;
      this.setData({ 'waiting.batches': open ? String(open) : '' });
    }
  },

  onDoorTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    wx.navigateTo({ url: currentTarget.dataset.url });
  },
});
