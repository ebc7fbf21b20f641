import type { Answer } from '../../../../../shared/kernel/contract';
import type { Decision, QuestionKind, RosterBatchView, RosterOutcome } from '../../../../../shared/people/roster';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import {
  applyInWords,
  firstOutcome,
  openQuestions,
  outcomeTabs,
  repairsInWords,
  statusesInWords,
  summaryInWords,
} from '../../batch-view';
import { type RosterRow, rosterRow } from '../../roster-row-view';
import { questionInWords } from '../../wording/roster';

interface Choice {
  kind: QuestionKind;
  decision: Decision;
}
type ChoiceTap = WechatMiniprogram.TouchEvent<never, never, Choice>;
type OutcomeTap = WechatMiniprogram.TouchEvent<never, never, { outcome: RosterOutcome }>;

const decisionInWords: Record<Decision, string> = { first: '采用左边', second: '采用右边', leaveOut: '暂不导入' };
const decisions = (Object.keys(decisionInWords) as Decision[]).map((decision) => ({
  decision,
  text: decisionInWords[decision],
}));

const intents = perPage(() => ({ decide: new Intent(), apply: new Intent() }));

interface Preview extends Screen {
  question(): { batchId: string; outcome: RosterOutcome };
}
const preview = perPage(
  (screen: Preview) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.people.listRosterRows({ ...screen.question(), ...cursor }),
      rowOf: rosterRow,
    }),
);

/** What an import would do, row by row, and everything that HR has to decide before it does. */
Component({
  properties: {
    batch: { type: Object, value: {} as RosterBatchView },
  },
  data: {
    decisions,
    summary: [] as string[],
    repairs: [] as ReturnType<typeof repairsInWords>,
    repairsOpen: false,
    questions: [] as ReturnType<typeof openQuestions>,
    tabs: [] as ReturnType<typeof outcomeTabs>,
    outcome: '' as RosterOutcome | '',
    apply: '',
    statuses: '',
    frame: loading,
    rows: [] as RosterRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    rowProblem: '',
    sheet: '' as '' | 'all' | 'apply',
    sheetHeading: '',
    sheetText: '',
    all: null as Choice | null,
    busy: false,
    problem: '',
  },
  observers: {
    batch(batch: RosterBatchView) {
      if (!batch.counts) return;
      this.setData({
        summary: summaryInWords(batch),
        repairs: repairsInWords(batch),
        questions: openQuestions(batch),
        tabs: outcomeTabs(batch),
        apply: applyInWords(batch),
        statuses: statusesInWords(batch.summary?.afterwards),
      });
      if (!this.data.outcome) this.showOutcome(firstOutcome(batch));
    },
  },
  methods: {
    question() {
      const { batch, outcome } = this.data;
      return { batchId: batch._id, outcome: outcome || 'new' };
    },
    showOutcome(outcome: RosterOutcome) {
      this.setData({ outcome, frame: loading, rows: [], rowProblem: '' });
      preview(this).refresh();
    },
    more() {
      preview(this).more();
    },
    takeBatch(batch: RosterBatchView) {
      this.triggerEvent('batch', batch);
    },

    onRepairsTap() {
      this.setData({ repairsOpen: !this.data.repairsOpen });
    },
    onRetryTap() {
      preview(this).refresh();
    },
    onTabTap({ currentTarget }: OutcomeTap) {
      this.showOutcome(currentTarget.dataset.outcome);
    },
    decide({ kind, decision }: Choice, rowNumber: number | null): Promise<Answer<RosterBatchView>> {
      const batchId = this.data.batch._id;
      return intents(this).decide.send((requestId) =>
        cloud.people.decideRosterRows({ batchId, kind, decision, rowNumber, requestId }),
      );
    },
    async onRowDecide({ detail }: WechatMiniprogram.CustomEvent<Choice & { rowNumber: number }>) {
      const answer = await this.decide(detail, detail.rowNumber);
      this.setData({ rowProblem: answer.ok ? '' : refusalText(answer) });
      if (!answer.ok) return;
      this.showDecision(detail);
      this.takeBatch(answer.data);
    },
    /**
     * A row with nothing left to decide belongs to another tab now; leaving it out answers everything. A decision made
     * anew can change what the row would write, so such a list is read again.
     */
    showDecision({ kind, decision, rowNumber }: Choice & { rowNumber: number }) {
      if (this.data.outcome !== 'waiting') {
        preview(this).refresh();
        return;
      }
      const index = this.data.rows.findIndex((row) => row.rowNumber === rowNumber);
      const row = this.data.rows[index];
      if (!row) return;
      const questions = row.questions.map((question) =>
        question.kind === kind ? { ...question, decision } : question,
      );
      const open = decision !== 'leaveOut' && questions.some((question) => question.decision === null);
      if (open) {
        this.setData({ [`rows[${index}].questions`]: questions });
        return;
      }
      preview(this).dropped();
      this.setData({ rows: this.data.rows.filter((shown) => shown.rowNumber !== rowNumber) });
      if (this.data.rows.length === 0) preview(this).refresh();
    },

    onAllTap({ currentTarget }: ChoiceTap) {
      const { kind, decision } = currentTarget.dataset;
      const rows = this.data.questions.find((question) => question.kind === kind)?.rows ?? '';
      const words = questionInWords[kind];
      const meaning = decision === 'leaveOut' ? '这些行这次都不导入，花名册里原来的记录不变' : words[decision];
      this.setData({
        sheet: 'all',
        problem: '',
        all: { kind, decision },
        sheetHeading: `${rows} 行，全部${decisionInWords[decision]}`,
        sheetText: `${words.asks}：${meaning}。应用之前还可以在列表里一行一行改。`,
      });
    },
    /** The cloud decides at most 500 rows a call. */
    async onAllConfirm() {
      const { all } = this.data;
      if (!all) return;
      this.setData({ busy: true, problem: '' });
      let answer = await this.decide(all, null);
      while (answer.ok && answer.data.open.some(({ kind }) => kind === all.kind)) {
        this.takeBatch(answer.data);
        answer = await this.decide(all, null);
      }
      this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
      if (!answer.ok) return;
      this.takeBatch(answer.data);
      this.setData({ sheet: '' });
      const { outcome } = this.data;
      this.showOutcome(outcome && answer.data.counts[outcome] > 0 ? outcome : firstOutcome(answer.data));
    },
    onApplyTap() {
      this.setData({ sheet: 'apply', problem: '' });
    },
    async onApplyConfirm() {
      this.setData({ busy: true, problem: '' });
      const batchId = this.data.batch._id;
      const answer = await intents(this).apply.send((requestId) =>
        cloud.people.applyRosterBatch({ batchId, requestId }),
      );
      this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
      if (!answer.ok) return;
      this.setData({ sheet: '' });
      this.takeBatch(answer.data);
    },
    onDismiss() {
      this.setData({ sheet: '' });
    },
  },
});
