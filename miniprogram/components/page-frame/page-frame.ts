import { type Frame, loading } from '../../cloud/frame';

/** Draws a page's first load, its failure with a way to try again, and the age of what is kept; else the content. */
Component({
  properties: {
    frame: { type: Object, value: loading as Frame },
    /** How many cards the skeleton shows. */
    cards: { type: Number, value: 3 },
  },
  data: { wayOut: '', skeletons: [] as number[] },
  lifetimes: {
    attached() {
      const pages = getCurrentPages();
      const isHome = pages[0]?.route === 'pages/home/home';
      this.setData({
        wayOut: pages.length > 1 ? '返回' : isHome ? '' : '回首页',
        // Drawn once, by how many the page asks for: every page waits for this.
        skeletons: Array.from({ length: this.data.cards }, (_, index) => index),
      });
    },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
    /** Where asking again does not help, the way on is the way back. */
    onAct() {
      if (this.data.frame.mayRetry) this.onRetry();
      else if (getCurrentPages().length > 1) wx.navigateBack();
      else wx.switchTab({ url: '/pages/home/home' });
    },
  },
});
