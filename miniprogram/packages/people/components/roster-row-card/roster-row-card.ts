import type { Decision, QuestionKind } from '../../../../../shared/people/roster';
import type { RosterRow } from '../../roster-row-view';

type DecisionTap = WechatMiniprogram.TouchEvent<never, never, { kind: QuestionKind; decision: Decision }>;

/** One row of the preview: what would change, what contradicts itself, what was repaired. */
Component({
  properties: {
    row: { type: Object, value: {} as RosterRow },
    /** Whether decisions can still be made. */
    decidable: { type: Boolean, value: false },
  },
  data: {
    repairsOpen: false,
    decisions: [
      { decision: 'first', text: '采用左边' },
      { decision: 'second', text: '采用右边' },
      { decision: 'leaveOut', text: '暂不导入' },
    ],
  },
  methods: {
    onRepairsTap() {
      this.setData({ repairsOpen: !this.data.repairsOpen });
    },
    onDecisionTap({ currentTarget }: DecisionTap) {
      this.triggerEvent('decide', { ...currentTarget.dataset, rowNumber: this.data.row.rowNumber });
    },
  },
});
