/** A gift's picture as a square; a drawing stands in where there is none, or where it does not load. */
Component({
  properties: {
    src: { type: String, value: '' },
    name: { type: String, value: '' },
    iconSize: { type: Number, value: 48 },
  },
  data: { broken: false },
  observers: {
    src() {
      this.setData({ broken: false });
    },
  },
  methods: {
    onError() {
      this.setData({ broken: true });
    },
  },
});
