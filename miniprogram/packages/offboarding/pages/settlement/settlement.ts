import type { LeavingDetail } from '../../../../../shared/offboarding/leaving-detail';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { draftOf, emptyDraft, emptyExtra, figureFields, inputOf } from './settlement-draft';

type Side = 'additions' | 'deductions';
type FigureChange = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>;
type ExtraChange = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { side: Side; index: number; name: 'reason' | 'yuan' }
>;
type ExtraTap = WechatMiniprogram.TouchEvent<never, never, { side: Side; index: number }>;

const draftIntent = perPage(() => new Intent());
const sides: { side: Side; title: string; verb: string }[] = [
  { side: 'additions', title: '其他应发', verb: '添加应发' },
  { side: 'deductions', title: '扣款', verb: '添加扣款' },
];
const mostExtras = 10;

Page({
  data: {
    separationId: '',
    frame: loading,
    name: '',
    may: false,
    fields: figureFields,
    sides,
    draft: emptyDraft(),
    busy: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ separationId: id });
    this.readLeaving();
  },
  async readLeaving() {
    const { separationId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.offboarding.readLeaving({ separationId }),
      show: (leaving) => this.showLeaving(leaving),
    });
  },
  showLeaving({ personName, settlement, allowed }: LeavingDetail) {
    const draft = settlement?.input ? draftOf(settlement.input) : emptyDraft();
    this.setData({ name: personName, may: allowed.includes('draftSettlement'), draft });
  },
  onRetryTap() {
    this.readLeaving();
  },

  onFigureChange({ currentTarget, detail }: FigureChange) {
    this.setData({ [`draft.figures.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  onExtraChange({ currentTarget, detail }: ExtraChange) {
    const { side, index, name } = currentTarget.dataset;
    this.setData({ [`draft.${side}[${index}].${name}`]: detail.value, problem: '' });
  },
  onAddTap({ currentTarget }: ExtraTap) {
    const { side } = currentTarget.dataset;
    const present = this.data.draft[side];
    if (present.length < mostExtras) this.setData({ [`draft.${side}`]: [...present, emptyExtra()] });
  },
  onRemoveTap({ currentTarget }: ExtraTap) {
    const { side, index: gone } = currentTarget.dataset;
    this.setData({ [`draft.${side}`]: this.data.draft[side].filter((_, index) => index !== gone), problem: '' });
  },
  async onSaveTap() {
    const { separationId, draft } = this.data;
    const settlement = inputOf(draft);
    if ('wrong' in settlement) {
      this.setData({ problem: settlement.wrong });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await draftIntent(this).send((requestId) =>
      cloud.offboarding.draftSettlement({ separationId, settlement, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) wx.navigateBack();
  },
});
