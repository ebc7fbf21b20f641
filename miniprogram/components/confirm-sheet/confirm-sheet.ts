/** Asks before something is spent, lost or decided: the slot names what, `verb` does it, a refusal stays here. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    heading: { type: String, value: '' },
    /** Without a verb the sheet only tells. */
    verb: { type: String, value: '' },
    dismiss: { type: String, value: '再想想' },
    destructive: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  methods: {
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible && !this.data.busy) this.triggerEvent('dismiss');
    },
    onCancelTap() {
      this.triggerEvent('dismiss');
    },
    onConfirmTap() {
      this.triggerEvent('confirm');
    },
  },
});
