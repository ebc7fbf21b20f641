import type { Milestone } from '../../../wording/milestone';

/** Stops for a milestone until the person goes on; a milestone reached later is a new one. */
Component({
  properties: {
    milestone: { type: Object, value: { figure: '', heading: '', sentence: '' } as Milestone },
  },
  data: { open: false },
  observers: {
    milestone() {
      this.setData({ open: true });
    },
  },
  methods: {
    onDone() {
      this.setData({ open: false });
    },
  },
});
