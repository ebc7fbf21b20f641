import type { PriceTrial } from '../../../../../shared/points/board';
import type { GiftView } from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { refusalText } from '../../../../cloud/refusal-text';
import { figure } from '../../../../wording/figure';

interface Choice {
  giftId: string;
  name: string;
  cost: number;
}

const mostGifts = 50;
const weeksInWords = (weeks: number | null) => (weeks === null ? '没有人在攒' : `约 ${weeks} 周`);

function trialView({
  name,
  costPoints,
  newCostPoints,
  weeks,
  newWeeks,
  persons,
  withinReach,
  newWithinReach,
  held,
  newHeld,
}: PriceTrial) {
  return {
    name,
    price: `${figure(costPoints)} → ${figure(newCostPoints)} 积分`,
    weeks: `${weeksInWords(weeks)} → ${weeksInWords(newWeeks)}`,
    reach: `${figure(withinReach)} → ${figure(newWithinReach)} 人（共 ${figure(persons)} 人）`,
    held: held === null || newHeld === null ? '今晚统计以后才有' : `${figure(held)} → ${figure(newHeld)} 积分`,
  };
}

Page({
  data: {
    frame: loading,
    choices: [] as Choice[],
    giftId: '',
    cost: '',
    costProblem: '',
    trying: false,
    problem: '',
    view: null as ReturnType<typeof trialView> | null,
  },

  onLoad({ gift = '' }: { gift?: string }) {
    wx.hideShareMenu({});
    this.setData({ giftId: gift });
    this.readGifts();
  },

  async readGifts() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.listShelf({ onSale: true, limit: mostGifts }),
      show: ({ items }) => {
        const choices = items.map(({ _id, name, costPoints }: GiftView) => ({ giftId: _id, name, cost: costPoints }));
        const chosen = choices.find(({ giftId }) => giftId === this.data.giftId) ?? choices[0];
        this.setData({ choices, giftId: chosen?.giftId ?? '', cost: chosen ? String(chosen.cost) : '' });
      },
    });
  },
  onRetryTap() {
    this.readGifts();
  },
  onGiftTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { gift: string }>) {
    const chosen = this.data.choices.find(({ giftId }) => giftId === currentTarget.dataset.gift);
    if (chosen) this.setData({ giftId: chosen.giftId, cost: String(chosen.cost), view: null, problem: '' });
  },
  onCostChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ cost: detail.value, costProblem: '', problem: '', view: null });
  },
  async onTrialTap() {
    const { giftId, cost } = this.data;
    const costPoints = Number(cost);
    if (!/^\d{1,7}$/.test(cost) || costPoints < 1 || costPoints > 1_000_000) {
      this.setData({ costProblem: '请填 1 到 1,000,000 的整数' });
      return;
    }
    this.setData({ trying: true });
    const answer = await cloud.points.tryGiftPrice({ giftId, costPoints });
    this.setData({
      trying: false,
      problem: answer.ok ? '' : refusalText(answer),
      view: answer.ok ? trialView(answer.data) : null,
    });
  },
});
