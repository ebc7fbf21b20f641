import type { RowKind, RowOwner } from '../../../../../shared/offboarding/separation';
import type { ClearanceTemplate, TemplateRow } from '../../../../../shared/offboarding/template';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { ownerInWords } from '../../wording/leaving';

const change = perPage(() => new Intent());
const kinds: { kind: RowKind; text: string }[] = [
  { kind: 'return', text: '归还' },
  { kind: 'account', text: '账号' },
  { kind: 'money', text: '款项' },
  { kind: 'paper', text: '材料' },
  { kind: 'handover', text: '交接' },
  { kind: 'certificate', text: '离职证明' },
  { kind: 'statutory', text: '法定期限' },
];
const owners = (Object.keys(ownerInWords) as RowOwner[]).map((owner) => ({ owner, text: ownerInWords[owner] }));
const mostRows = 30;

interface RowDraft {
  key: string;
  title: string;
  ownerIndex: number;
  kindIndex: number;
  /** Days as typed: before the last day, negative. */
  days: string;
}
type Picked = WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number; name: 'title' | 'days' }>;

const draftOf = ({ title, owner, kind, offsetDays }: TemplateRow): RowDraft => ({
  key: newRequestId(),
  title,
  ownerIndex: owners.findIndex((one) => one.owner === owner),
  kindIndex: kinds.findIndex((one) => one.kind === kind),
  days: String(offsetDays),
});

const newRow = (): RowDraft => ({ key: newRequestId(), title: '', ownerIndex: 4, kindIndex: 3, days: '0' });

function rowOf({ title, ownerIndex, kindIndex, days }: RowDraft): TemplateRow | null {
  const [owner, kind] = [owners[ownerIndex]?.owner, kinds[kindIndex]?.kind];
  const offsetDays = /^-?\d{1,2}$/.test(days.trim()) ? Number(days) : Number.NaN;
  const isRow = owner && kind && title.trim() !== '' && Math.abs(offsetDays) <= 60;
  return isRow ? { title: title.trim(), owner, kind, offsetDays } : null;
}

Page({
  data: {
    frame: loading,
    mayChange: false,
    version: 0,
    rows: [] as RowDraft[],
    ownerTexts: owners.map(({ text }) => text),
    kindTexts: kinds.map(({ text }) => text),
    busy: false,
    problem: '',
    mostRows,
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
    this.readTemplate();
  },
  onUnload() {
    offMeChange(this);
  },
  showMe({ roles }: Me) {
    this.setData({ mayChange: roles.includes('hr') });
  },
  async readTemplate() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.offboarding.readTemplate({}),
      show: (template) => this.showTemplate(template),
    });
  },
  showTemplate({ version, rows }: ClearanceTemplate) {
    this.setData({ version, rows: rows.map(draftOf) });
  },
  onRetryTap() {
    this.readTemplate();
  },

  onOwnerChange({ currentTarget, detail }: Picked) {
    this.setData({ [`rows[${currentTarget.dataset.index}].ownerIndex`]: Number(detail.value), problem: '' });
  },
  onKindChange({ currentTarget, detail }: Picked) {
    this.setData({ [`rows[${currentTarget.dataset.index}].kindIndex`]: Number(detail.value), problem: '' });
  },
  onTextChange({ currentTarget, detail }: Typed) {
    const { index, name } = currentTarget.dataset;
    this.setData({ [`rows[${index}].${name}`]: detail.value, problem: '' });
  },
  onAddTap() {
    if (this.data.rows.length >= mostRows) return;
    this.setData({ rows: [...this.data.rows, newRow()] });
  },
  onRemoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    this.setData({ rows: this.data.rows.filter((_, index) => index !== currentTarget.dataset.index), problem: '' });
  },
  async onSaveTap() {
    const rows = this.data.rows.flatMap((draft) => rowOf(draft) ?? []);
    if (rows.length !== this.data.rows.length) {
      this.setData({ problem: '每一行都要有名称，天数填 -60 到 60 的整数。' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const seenVersion = this.data.version;
    const answer = await change(this).send((requestId) =>
      cloud.offboarding.changeTemplate({ rows, seenVersion, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.showTemplate(answer.data);
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
});
