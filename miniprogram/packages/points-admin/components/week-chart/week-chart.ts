import type { ChartColumn } from './chart-column';

/** Columns side by side, the latest on the right and in sight. A tap on a column chooses it. */
Component({
  properties: {
    columns: { type: Array, value: [] as ChartColumn[] },
    legend: { type: Array, value: [] as { tone: string; text: string }[] },
    chosen: { type: String, value: '' },
  },
  data: { latest: '' },
  observers: {
    columns(columns: ChartColumn[]) {
      this.setData({ latest: columns.length > 0 ? 'latest' : '' });
    },
  },
  methods: {
    onColumnTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
      this.triggerEvent('choose', { key: currentTarget.dataset.key });
    },
  },
});
