/** Within this time after a sheet was opened a tap is the second one of a double tap on what opened it, in ms. */
const DOUBLE_TAP_MILLIS = 250;

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
  data: { openedAt: 0 },
  observers: {
    open(open: boolean) {
      if (open) this.setData({ openedAt: Date.now() });
    },
  },
  methods: {
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible && !this.data.busy) this.answer('dismiss');
    },
    onCancelTap() {
      this.answer('dismiss');
    },
    onConfirmTap() {
      this.answer('confirm');
    },
    answer(name: 'dismiss' | 'confirm') {
      if (Date.now() - this.data.openedAt >= DOUBLE_TAP_MILLIS) this.triggerEvent(name);
    },
  },
});
