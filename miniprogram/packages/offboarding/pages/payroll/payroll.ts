import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { dropSheet, handOverSheet, keepsFiles, writeSheet } from '../../../../cloud/sheet-file';
import { todayOf } from '../../../../wording/day';

Page({
  data: { frame: loading, month: '', sentence: '', hasLines: false, problem: '', verb: '' },
  /** Stays out of the page's content: it is not drawn. */
  csv: '',

  onLoad() {
    wx.hideShareMenu({});
    this.setData({ month: todayOf(new Date()).slice(0, 7), verb: keepsFiles() ? '保存文件' : '发到聊天' });
    this.readMonth();
  },
  onUnload() {
    dropSheet();
  },
  onMonthChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ month: detail.value });
    this.readMonth();
  },
  async readMonth() {
    const { month } = this.data;
    this.setData({ frame: loading, hasLines: false, problem: '' });
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.offboarding.exportSettlements({ month }),
      show: ({ lines, csv }) => {
        const sentence = lines === 0 ? '这个月还没有离职结算。' : `${lines} 位同事，最后工作日都在这个月。`;
        this.csv = csv;
        this.setData({ hasLines: lines > 0, sentence });
      },
    });
  },
  onRetryTap() {
    this.readMonth();
  },
  async onHandOverTap() {
    if (await writeSheet(this.csv)) await handOverSheet(`离职结算-${this.data.month}.csv`);
    else this.setData({ problem: '手机存储空间不够，请清理后再试。' });
  },
});
