import type { BoardThresholds } from '../../../../../shared/points/board';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';

type Name = keyof BoardThresholds;
const save = perPage(() => new Intent());

const fields: { name: Name; label: string; suffix: string; most: number }[] = [
  { name: 'recoveryBelowPercent', label: '回收率低于', suffix: '%', most: 1000 },
  { name: 'topTenthAbovePercent', label: '最多的一成人持有超过', suffix: '%', most: 100 },
  { name: 'heldAbovePoints', label: '大家手里的积分超过', suffix: '积分', most: 1_000_000_000 },
  { name: 'weeksAbove', label: '最便宜的礼品要攒超过', suffix: '周', most: 520 },
];

type Draft = Record<Name, string>;
const draftOf = (thresholds: BoardThresholds) =>
  Object.fromEntries(
    fields.map(({ name }) => [name, thresholds[name] === null ? '' : String(thresholds[name])]),
  ) as Draft;

function problemsOf(draft: Draft): Partial<Draft> {
  const wrong = fields.filter(({ name, most }) => {
    const text = draft[name];
    return text !== '' && (!/^\d{1,10}$/.test(text) || Number(text) > most);
  });
  return Object.fromEntries(wrong.map(({ name, most }) => [name, `请填 0 到 ${most} 的整数，不填就是不提醒`]));
}

const limitOf = (text: string) => (text === '' ? null : Number(text));

Page({
  data: {
    frame: loading,
    fields,
    draft: {} as Draft,
    problems: {} as Partial<Draft>,
    tellsMe: false,
    saving: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    this.readThresholds();
  },

  async readThresholds() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.readInflationBoard({}),
      show: ({ thresholds, tellsMe }) => this.setData({ draft: draftOf(thresholds), tellsMe }),
    });
  },
  onRetryTap() {
    this.readThresholds();
  },
  onFieldChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: Name }>) {
    const { name } = currentTarget.dataset;
    this.setData({ [`draft.${name}`]: detail.value, [`problems.${name}`]: '', problem: '' });
  },
  onTellsMeChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ tellsMe: detail.value });
  },
  async onSaveTap() {
    const { draft, tellsMe } = this.data;
    const problems = problemsOf(draft);
    this.setData({ problems, problem: Object.keys(problems).length > 0 ? '有几处需要改一下。' : '' });
    if (Object.keys(problems).length > 0) return;
    this.setData({ saving: true });
    const thresholds: BoardThresholds = {
      recoveryBelowPercent: limitOf(draft.recoveryBelowPercent),
      topTenthAbovePercent: limitOf(draft.topTenthAbovePercent),
      heldAbovePoints: limitOf(draft.heldAbovePoints),
      weeksAbove: limitOf(draft.weeksAbove),
    };
    const answer = await save(this).send((requestId) =>
      cloud.points.changeBoardThresholds({ thresholds, tellsMe, requestId }),
    );
    this.setData({ saving: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    wx.showToast({ title: '提醒线已保存', icon: 'success', duration: 1500 });
    wx.navigateBack();
  },
});
