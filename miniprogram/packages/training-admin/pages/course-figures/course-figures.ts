import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { figuresFace } from './figures-face';

Page({
  data: {
    courseId: '',
    frame: loading,
    face: null as ReturnType<typeof figuresFace> | null,
  },

  onLoad({ course = '' }: { course?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: course });
    this.readFigures();
  },
  async readFigures() {
    const { courseId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.readCourseFigures({ courseId }),
      show: (figures) => this.setData({ face: figuresFace(figures) }),
    });
  },
  onRetryTap() {
    this.readFigures();
  },
});
