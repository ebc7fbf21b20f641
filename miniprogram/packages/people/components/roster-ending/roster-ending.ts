import type { RosterBatchView } from '../../../../../shared/people/roster';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { figure } from '../../../../wording/figure';
import { endingOf } from '../../batch-view';

const undo = perPage(() => new Intent());

/** What an import did, and the way back. */
Component({
  properties: {
    batch: { type: Object, value: {} as RosterBatchView },
  },
  data: { ending: {} as ReturnType<typeof endingOf>, rejected: '', asking: false, busy: false, problem: '' },
  observers: {
    batch(batch: RosterBatchView) {
      if (!batch.counts) return;
      const { rejected, leftOut } = batch.counts;
      const kept = [
        rejected > 0 && `${figure(rejected)} 行被拒绝`,
        leftOut > 0 && `${figure(leftOut)} 行暂不导入`,
      ].filter(Boolean);
      const says =
        batch.stage === 'applied' && kept.length > 0 ? `${kept.join('，')}，改好后再导入同一份文件就行。` : '';
      this.setData({ ending: endingOf(batch, new Date()), rejected: says });
    },
  },
  methods: {
    onRosterTap() {
      wx.redirectTo({ url: '/packages/people/pages/roster/roster' });
    },
    onUndoTap() {
      this.setData({ asking: true, problem: '' });
    },
    onDismiss() {
      this.setData({ asking: false });
    },
    async onUndoConfirm() {
      this.setData({ busy: true, problem: '' });
      const batchId = this.data.batch._id;
      const answer = await undo(this).send((requestId) => cloud.people.undoRosterBatch({ batchId, requestId }));
      this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
      if (!answer.ok) return;
      this.setData({ asking: false });
      this.triggerEvent('batch', answer.data);
    },
  },
});
