import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { refusalText } from '../../../../cloud/refusal-text';
import { dropSheet, handOverSheet, keepsFiles, writeSheet } from '../../../../cloud/sheet-file';
import { figuresFace } from './figures-face';

Page({
  data: {
    courseId: '',
    frame: loading,
    face: null as ReturnType<typeof figuresFace> | null,
    verb: '',
    isWritten: false,
    busy: false,
    problem: '',
  },

  onLoad({ course = '' }: { course?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: course, verb: keepsFiles() ? '保存文件' : '发送文件' });
    this.readFigures();
  },
  onUnload() {
    dropSheet();
  },
  async readFigures() {
    const { courseId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.readCourseFigures({ courseId }),
      show: (figures) => this.setData({ face: figuresFace(figures) }),
    });
  },
  async onFileTap() {
    const { courseId } = this.data;
    this.setData({ busy: true, problem: '' });
    const answer = await cloud.training.exportCourseFigures({ courseId });
    this.setData({ busy: false });
    if (!answer.ok) this.setData({ problem: refusalText(answer) });
    else if (await writeSheet(answer.data.csv)) this.setData({ isWritten: true });
    else this.setData({ problem: '手机存储空间不够，请清理后再试。' });
  },
  /** A tap of its own: WeChat hands a file on only right after one. */
  async onHandOverTap() {
    if (await handOverSheet(`课程统计-${this.data.face?.title ?? ''}.csv`)) {
      wx.showToast({ title: '文件已交出', icon: 'success', duration: 1500 });
    }
  },
  onRetryTap() {
    this.readFigures();
  },
});
