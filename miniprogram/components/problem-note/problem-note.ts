/** A refusal or a failure, on the page where it happened. `retry` is the verb of the way on, if there is one. */
Component({
  properties: {
    text: { type: String, value: '' },
    retry: { type: String, value: '' },
  },
  methods: {
    onRetryTap() {
      this.triggerEvent('retry');
    },
  },
});
