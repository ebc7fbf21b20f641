import type { RosterBatchView, RosterStage } from '../../../../../shared/people/roster';
import { figure } from '../../../../wording/figure';

const headings: Partial<Record<RosterStage, string>> = {
  reading: '正在读取和整理',
  applying: '正在写入花名册',
  undoing: '正在整批撤销',
};

/** How far the cloud is with a batch, and how to go on after an interruption. */
Component({
  properties: {
    batch: { type: Object, value: {} as RosterBatchView },
    problem: { type: String, value: '' },
    /** Why it stands still, when it goes on by itself. */
    waitsFor: { type: String, value: '' },
  },
  data: { heading: '', percent: 0, rows: '' },
  observers: {
    batch({ stage, doneRows = 0, totalRows }: RosterBatchView) {
      this.setData({
        heading: headings[stage] ?? '',
        percent: totalRows ? Math.min(100, Math.floor((doneRows / totalRows) * 100)) : 0,
        rows: totalRows ? `${figure(doneRows)} / ${figure(totalRows)} 行` : '正在打开文件',
      });
    },
  },
  methods: {
    onContinueTap() {
      this.triggerEvent('continue');
    },
  },
});
