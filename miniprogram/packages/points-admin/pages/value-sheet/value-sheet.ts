import type { ValueSheet } from '../../../../../shared/points/board';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { dropSheet, handOverSheet, keepsFiles, writeSheet } from '../../../../cloud/sheet-file';
import { todayOf } from '../../../../wording/day';
import { figure } from '../../../../wording/figure';

const yuanInWords = (fen: number) => `${figure(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')} 元`;
const monthInWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

function sheetView({ month, persons, totalFen, withoutValue }: ValueSheet) {
  return { month: monthInWords(month), persons: figure(persons), total: yuanInWords(totalFen), withoutValue };
}

Page({
  data: {
    frame: loading,
    month: '',
    monthText: '',
    latest: '',
    view: null as ReturnType<typeof sheetView> | null,
    verb: '',
    problem: '',
  },
  /** Stays out of the page's content: it is not drawn. */
  csv: '',

  onLoad() {
    wx.hideShareMenu({});
    const month = todayOf(new Date()).slice(0, 7);
    this.setData({
      month,
      monthText: monthInWords(month),
      latest: month,
      verb: keepsFiles() ? '保存文件' : '发送文件',
    });
    this.readSheet();
  },
  onUnload() {
    dropSheet();
  },

  async readSheet() {
    this.setData({ frame: loading, view: null, problem: '' });
    const { month } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.exportRedemptionValues({ month }),
      show: (sheet) => {
        this.csv = sheet.csv;
        this.setData({ view: sheetView(sheet) });
      },
    });
  },
  onRetryTap() {
    this.readSheet();
  },
  onMonthChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const month = detail.value.slice(0, 7);
    this.setData({ month, monthText: monthInWords(month) });
    this.readSheet();
  },
  async onFileTap() {
    if (!(await writeSheet(this.csv))) {
      this.setData({ problem: '手机存储空间不够，请清理后再试。' });
      return;
    }
    const isHandedOver = await handOverSheet(`计税价值-${this.data.month}.csv`);
    if (isHandedOver) wx.showToast({ title: '文件已交出', icon: 'success', duration: 1500 });
  },
});
