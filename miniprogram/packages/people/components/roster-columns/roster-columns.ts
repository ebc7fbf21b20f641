import type { RosterBatchView } from '../../../../../shared/people/roster';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { choices, choose, columnLists, missingInWords } from './column-choices';

type Columns = RosterBatchView['columns'];
type Lists = ReturnType<typeof columnLists>;

const match = perPage(() => new Intent());

/** HR looks at how the columns were understood, corrects them and begins the reading. */
Component({
  properties: {
    batch: { type: Object, value: {} as RosterBatchView },
  },
  data: {
    choices,
    columns: [] as Columns,
    matched: [] as Lists['matched'],
    leftOut: [] as Lists['leftOut'],
    missing: '',
    busy: false,
    problem: '',
  },
  observers: {
    batch(batch: RosterBatchView) {
      this.showColumns(batch.columns ?? []);
    },
  },
  methods: {
    showColumns(columns: Columns) {
      this.setData({ columns, ...columnLists(columns), missing: missingInWords(columns) });
    },
    onChoice({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
      this.showColumns(choose(this.data.columns, currentTarget.dataset.index, Number(detail.value)));
    },
    async onMatchTap() {
      this.setData({ busy: true, problem: '' });
      const batchId = this.data.batch._id;
      const columns = this.data.columns.map(({ index, field }) => ({ index, field }));
      const answer = await match(this).send((requestId) =>
        cloud.people.matchRosterColumns({ batchId, columns, requestId }),
      );
      this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
      if (answer.ok) this.triggerEvent('batch', answer.data);
    },
  },
});
