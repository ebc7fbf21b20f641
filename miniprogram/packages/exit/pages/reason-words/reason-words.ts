import type { ReasonWords } from '../../../../../shared/exit/analysis';
import type { ReasonList } from '../../../../../shared/exit/reasons';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';

const assign = perPage(() => new Intent());

/** Every page of the words: there are as many as a roster has ways to say why. */
async function everyWord() {
  const items: ReasonWords[] = [];
  let cursor: string | undefined;
  for (;;) {
    const answer = await cloud.exit.listReasonWords({ limit: 50, ...(cursor === undefined ? {} : { cursor }) });
    if (!answer.ok) return answer;
    items.push(...answer.data.items);
    if (answer.data.next === null) return { ...answer, data: items };
    cursor = answer.data.next;
  }
}

const wordsOf = ({ groups }: ReasonList, reasonId: string | null) => {
  for (const { words, reasons } of groups) {
    const reason = reasons.find(({ _id }) => _id === reasonId);
    if (reason) return `${words} · ${reason.words}`;
  }
  return '';
};

function rowOf({ _id, words, reasonId, supposedId, isFrequent }: ReasonWords, list: ReasonList) {
  const chosen = reasonId ?? supposedId;
  return {
    ...{ _id, words, chosen, isSaved: reasonId !== null, isFrequent },
    meaning: wordsOf(list, chosen),
  };
}
type Row = ReturnType<typeof rowOf>;

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    open: '',
    chosen: [] as string[],
    unsaved: 0,
    busy: false,
    problem: '',
  },
  list: null as ReasonList | null,

  onLoad() {
    wx.hideShareMenu({});
    this.readWords();
  },
  async readWords() {
    await fillFrame(this, {
      keepAs: null,
      ask: async () => {
        const [list, words] = await Promise.all([cloud.exit.listExitReasons({}), everyWord()]);
        if (!list.ok) return list;
        return words.ok ? { ...words, data: { list: list.data, words: words.data } } : words;
      },
      show: ({ list, words }) => {
        this.list = list;
        const order = (one: ReasonWords) => (one.reasonId ? 2 : 0) + (one.isFrequent ? 0 : 1);
        this.showRows([...words].sort((a, b) => order(a) - order(b)).map((one) => rowOf(one, list)));
      },
    });
  },
  showRows(rows: Row[]) {
    this.setData({ rows, unsaved: rows.filter(({ isSaved, chosen }) => !isSaved && chosen !== null).length });
  },
  onRetryTap() {
    this.readWords();
  },
  onRowTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const { id } = currentTarget.dataset;
    const row = this.data.rows.find(({ _id }) => _id === id);
    this.setData({ open: this.data.open === id ? '' : id, chosen: row?.chosen ? [row.chosen] : [] });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ reasonIds: string[] }>) {
    const { open, rows } = this.data;
    const { list } = this;
    const [chosen = null] = detail.reasonIds;
    if (!list || chosen === null) return;
    const changed = rows.map((row) =>
      row._id === open ? { ...row, chosen, isSaved: false, meaning: wordsOf(list, chosen) } : row,
    );
    this.setData({ chosen: [chosen], open: '' });
    this.showRows(changed);
  },
  async onSaveTap() {
    const items = this.data.rows.flatMap(({ _id: wordsId, chosen: reasonId, isSaved }) =>
      isSaved || reasonId === null ? [] : [{ wordsId, reasonId }],
    );
    this.setData({ busy: true, problem: '' });
    const answer = await assign(this).send((requestId) =>
      cloud.exit.assignReasonWords({ items: items.slice(0, 50), requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    wx.showToast({ title: '已对应', icon: 'success', duration: 1500 });
    if (items.length > 50) await this.readWords();
    else wx.navigateBack();
  },
});
