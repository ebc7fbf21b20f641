/** The end of a list by cursor (cloud/paged-list.ts). */
Component({
  properties: {
    tail: { type: String, value: 'end' },
    problem: { type: String, value: '' },
  },
  methods: {
    onMore() {
      this.triggerEvent('more');
    },
  },
});
