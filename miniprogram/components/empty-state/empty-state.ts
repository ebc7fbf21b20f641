/** Nothing here yet: a drawing (drawings/*.svg), a sentence, and what to do about it. */
Component({
  properties: {
    drawing: { type: String, value: 'box' },
    sentence: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    onActTap() {
      this.triggerEvent('act');
    },
  },
});
