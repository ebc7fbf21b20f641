import type { Decision } from '../decisions';

/** One thing to do or to enjoy: what, since or until when, and one button. */
Component({
  properties: {
    decision: { type: Object, value: {} as Decision },
  },
  methods: {
    onTap() {
      const { url } = this.data.decision;
      if (url.startsWith('/pages/')) wx.switchTab({ url });
      else wx.navigateTo({ url });
    },
  },
});
