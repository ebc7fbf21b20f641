import { type BesideRow, coursePage } from '../../wording/road';

/** Courses that somebody was given beside the template; they open for whoever has to learn them. */
Component({
  properties: {
    rows: { type: Array, value: [] as BesideRow[] },
    /** Training did not answer: there may be some that nobody sees now. */
    unknown: { type: Boolean, value: false },
    opens: { type: Boolean, value: false },
  },
  methods: {
    onRowTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      if (this.data.opens) wx.navigateTo({ url: `${coursePage}?id=${currentTarget.dataset.id}` });
    },
  },
});
