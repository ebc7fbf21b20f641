import type { ReasonGroup, ReasonList } from '../../../../../shared/exit/reasons';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';

const save = perPage(() => new Intent());

interface Draft {
  key: string;
  id: string | null;
  words: string;
  /** One reason a line. */
  text: string;
}
const draftOf = ({ _id: id, words, reasons }: ReasonGroup): Draft => ({
  ...{ key: id, id, words },
  text: reasons.flatMap((reason) => (reason.isOffered ? [reason.words] : [])).join('\n'),
});

Page({
  data: { frame: loading, drafts: [] as Draft[], retired: '', busy: false, problem: '' },
  list: null as ReasonList | null,

  onLoad() {
    wx.hideShareMenu({});
    this.readList();
  },
  async readList() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.exit.listExitReasons({}),
      show: (list) => this.showList(list),
    });
  },
  showList(list: ReasonList) {
    this.list = list;
    const gone = list.groups.flatMap(({ reasons }) => reasons.filter(({ isOffered }) => !isOffered));
    this.setData({
      drafts: list.groups.filter(({ isOffered }) => isOffered).map(draftOf),
      retired: gone.map(({ words }) => words).join('、'),
    });
  },
  onRetryTap() {
    this.readList();
  },
  onTitleChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
    this.setData({ [`drafts[${currentTarget.dataset.index}].words`]: detail.value, problem: '' });
  },
  onTextChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
    this.setData({ [`drafts[${currentTarget.dataset.index}].text`]: detail.value, problem: '' });
  },
  onAddTap() {
    this.setData({ drafts: [...this.data.drafts, { key: newRequestId(), id: null, words: '', text: '' }] });
  },
  async onSaveTap() {
    const { list } = this;
    const groups = this.data.drafts.flatMap(({ id, words, text }) => {
      const reasons = text.split('\n').flatMap((line) => (line.trim() ? [{ id: null, words: line.trim() }] : []));
      return words.trim() && reasons.length > 0 ? [{ id, words: words.trim(), reasons }] : [];
    });
    const isWhole = groups.length === this.data.drafts.filter(({ words, text }) => words.trim() || text.trim()).length;
    if (!isWhole) {
      this.setData({ problem: '每一组都要有组名和原因。不要的那组，两处都清空。' });
      return;
    }
    const isTooLong = groups.some(
      ({ reasons }) => reasons.length > 12 || reasons.some(({ words }) => words.length > 20),
    );
    if (!list || isTooLong || groups.length === 0 || groups.length > 8) {
      this.setData({ problem: '最多 8 组，每组 1 到 12 个原因，每个原因不超过 20 个字。' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await save(this).send((requestId) =>
      cloud.exit.changeExitReasons({ groups, seenVersion: list.version, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.showList(answer.data);
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
});
