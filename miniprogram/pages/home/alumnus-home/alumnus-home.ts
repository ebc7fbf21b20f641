import type { Me } from '../../../../shared/people/model';

/** What still holds for somebody who has left. */
Component({
  properties: {
    person: { type: Object, value: {} as NonNullable<Me['person']> },
  },
  methods: {
    onDoorTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
      wx.navigateTo({ url: currentTarget.dataset.url });
    },
  },
});
