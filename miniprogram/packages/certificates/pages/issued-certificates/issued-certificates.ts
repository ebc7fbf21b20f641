import type { Certificate } from '../../../../../shared/training/certificate';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, todayOf } from '../../../../wording/day';

const rowOf = ({ _id, name, title, number, issuedOn, state, revokeReason }: Certificate) => ({
  ...{ _id, name, title, isValid: state === 'valid' },
  meta: `${dayInWords(issuedOn, todayOf(new Date()))} · ${number}`,
  end: state === 'valid' ? '' : `已撤销：${revokeReason ?? ''}`,
});
type Row = ReturnType<typeof rowOf>;

const list = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: null, read: (cursor) => cloud.training.listCertificates({ ...cursor }), rowOf }),
);
const intent = perPage(() => new Intent());

Page({
  data: {
    ...{ frame: loading, rows: [] as Row[], tail: 'end' as Tail, tailProblem: '' },
    ...{ row: {} as Row, index: -1, open: false, reason: '', busy: false, problem: '' },
  },

  onLoad() {
    wx.hideShareMenu({});
    list(this).refresh();
  },
  async onPullDownRefresh() {
    await list(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onMoreTap() {
    list(this).more();
  },
  onRevokeTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const { index } = currentTarget.dataset;
    const row = this.data.rows[index];
    if (row) this.setData({ open: true, row, index, reason: '', problem: '' });
  },
  onDismiss() {
    this.setData({ open: false });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  async onRevokeConfirm() {
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '请写一句原因，持证人会看到。' });
      return;
    }
    const { row, index } = this.data;
    this.setData({ busy: true, problem: '' });
    const answer = await intent(this).send((requestId) =>
      cloud.training.revokeCertificate({ certificateId: row._id, reason, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ open: false, [`rows[${index}]`]: rowOf(answer.data) });
    wx.showToast({ title: '已撤销', icon: 'success', duration: 1500 });
  },
});
