import type { ReasonList } from '../../../../../shared/exit/reasons';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';

/** What the list offers, and what was chosen before even if it is offered no more; of what is fixed, that alone. */
function offeredGroups({ groups }: ReasonList, chosen: readonly string[], isFixed: boolean) {
  return groups.flatMap(({ _id, words, reasons }) => {
    const offered = reasons.filter(({ _id: id, isOffered }) => chosen.includes(id) || (isOffered && !isFixed));
    if (offered.length === 0) return [];
    const shown = offered.map((reason) => ({ ...reason, isChosen: chosen.includes(reason._id) }));
    return [{ _id, words, reasons: shown }];
  });
}

/** The two-level list of reasons as words to tap; tells `change` with all that are chosen, in order. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    chosen: { type: Array, value: [] as string[] },
    most: { type: Number, value: 1 },
    problem: { type: String, value: '' },
    /** Whether what was chosen is only read. */
    isFixed: { type: Boolean, value: false },
  },
  data: { frame: loading, list: null as ReasonList | null, groups: [] as ReturnType<typeof offeredGroups> },
  lifetimes: {
    attached() {
      this.readList();
    },
  },
  observers: {
    'chosen, isFixed'(chosen: string[], isFixed: boolean) {
      const { list } = this.data;
      if (list) this.setData({ groups: offeredGroups(list, chosen, isFixed) });
    },
  },
  methods: {
    async readList() {
      await fillFrame(this, {
        keepAs: 'exit-reasons',
        ask: () => cloud.exit.listExitReasons({}),
        show: (list) => {
          const { chosen, isFixed } = this.data;
          this.setData({ list, groups: offeredGroups(list, chosen as string[], isFixed) });
        },
      });
    },
    onReasonTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const { id } = currentTarget.dataset;
      const chosen = this.data.chosen as string[];
      const without = chosen.filter((one) => one !== id);
      const isOff = without.length < chosen.length;
      const next = isOff ? without : [...(this.data.most === 1 ? [] : without), id].slice(0, this.data.most);
      this.triggerEvent('change', { reasonIds: next });
    },
    onRetryTap() {
      this.readList();
    },
  },
});
