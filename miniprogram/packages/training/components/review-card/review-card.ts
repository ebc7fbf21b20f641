import type { ReviewFace } from '../../wording/question';

/** How one question went: what was answered, and, where it may be shown, what is right and why. */
Component({
  properties: { review: { type: Object, value: {} as ReviewFace } },
  methods: {
    onPictureTap() {
      wx.previewImage({ urls: [this.data.review.pictureUrl] });
    },
  },
});
