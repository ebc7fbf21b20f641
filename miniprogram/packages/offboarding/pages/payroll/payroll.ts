import { cloud } from '../../../../cloud/client';
import { refusalText } from '../../../../cloud/refusal-text';
import { todayOf } from '../../../../wording/day';

/** Where the file lies until it has been handed on. */
const pathOf = () => `${wx.env.USER_DATA_PATH}/tonglu-settlements.csv`;
/** A computer keeps files, a phone sends them to a chat: WeChat offers each only there. */
const keepsFiles = () => !['ios', 'android', 'ohos'].includes(wx.getDeviceInfo().platform);

const written = (csv: string) =>
  new Promise<boolean>((resolve) => {
    const [success, fail] = [() => resolve(true), () => resolve(false)];
    wx.getFileSystemManager().writeFile({ filePath: pathOf(), data: csv, encoding: 'utf8', success, fail });
  });

Page({
  data: { month: '', sentence: '', isReady: false, busy: false, problem: '', verb: '' },

  onLoad() {
    wx.hideShareMenu({});
    this.setData({ month: todayOf(new Date()).slice(0, 7), verb: keepsFiles() ? '保存文件' : '发到聊天' });
    this.readMonth();
  },
  /** What others are paid does not stay on this phone. */
  onUnload() {
    wx.getFileSystemManager().unlink({ filePath: pathOf(), fail: () => undefined });
  },
  onMonthChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ month: detail.value });
    this.readMonth();
  },
  async readMonth() {
    const { month } = this.data;
    this.setData({ busy: true, isReady: false, sentence: '', problem: '' });
    const answer = await cloud.offboarding.exportSettlements({ month });
    if (!answer.ok) {
      this.setData({ busy: false, problem: refusalText(answer) });
      return;
    }
    const isReady = answer.data.lines > 0 && (await written(answer.data.csv));
    const sentence =
      answer.data.lines === 0 ? '这个月还没有离职结算。' : `${answer.data.lines} 位同事，最后工作日都在这个月。`;
    this.setData({ busy: false, isReady, sentence });
  },
  async onHandOverTap() {
    const filePath = pathOf();
    const fileName = `离职结算-${this.data.month}.csv`;
    const handed = keepsFiles() ? wx.saveFileToDisk({ filePath }) : wx.shareFileMessage({ filePath, fileName });
    await Promise.resolve(handed).catch(() => undefined);
  },
});
