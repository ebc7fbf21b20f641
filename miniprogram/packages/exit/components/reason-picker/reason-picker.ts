import type { ReasonList } from '../../../../../shared/exit/reasons';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';

/** What is shown of the list: `most` reasons may be chosen, of what `isFixed` only those that were. */
interface Choosing {
  chosen: string[];
  most: number;
  isFixed: boolean;
}

/** What the list offers, and what was chosen before even if it is offered no more, with its place where several are. */
function offeredGroups({ groups }: ReasonList, { chosen, most, isFixed }: Choosing) {
  const rankOf = (id: string) => (most > 1 && chosen.includes(id) ? `${chosen.indexOf(id) + 1} ` : '');
  return groups.flatMap(({ _id, words, reasons }) => {
    const offered = reasons.filter(({ _id: id, isOffered }) => chosen.includes(id) || (isOffered && !isFixed));
    if (offered.length === 0) return [];
    const shown = offered.map((reason) => ({
      ...reason,
      isChosen: chosen.includes(reason._id),
      rank: rankOf(reason._id),
    }));
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
    'chosen, most, isFixed'(chosen: string[], most: number, isFixed: boolean) {
      const { list } = this.data;
      if (list) this.setData({ groups: offeredGroups(list, { chosen, most, isFixed }) });
    },
  },
  methods: {
    async readList() {
      await fillFrame(this, {
        keepAs: 'exit-reasons',
        ask: () => cloud.exit.listExitReasons({}),
        show: (list) => {
          const { chosen, most, isFixed } = this.data;
          this.setData({ list, groups: offeredGroups(list, { chosen: chosen as string[], most, isFixed }) });
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
