/**
 * A yes or no with its words: a tap anywhere on the line turns it, as people expect of a label. Tells `change` with
 * `{ value }`; the page turns the switch by giving the value back.
 */
Component({
  properties: {
    label: { type: String, value: '' },
    icon: { type: String, value: '' },
    note: { type: String, value: '' },
    value: { type: Boolean, value: false },
    /** Keeps the distance of a row, for cards without one of their own. */
    inset: { type: Boolean, value: false },
  },
  methods: {
    /** A tap on the switch itself comes here too. */
    onTap() {
      this.triggerEvent('change', { value: !this.data.value });
    },
  },
});
