import type { Colleague } from '../../../../../shared/people/colleagues';
import { cloud } from '../../../../cloud/client';
import { refusalText } from '../../../../cloud/refusal-text';
import { placeInWords } from '../../../../wording/place';

const pauseMillis = 250;
const rowOf = (colleague: Colleague) => ({ ...colleague, place: placeInWords(colleague) });

/** Finds a colleague by the beginning of the name; `choose` carries whom. */
Component({
  properties: { open: { type: Boolean, value: false } },
  data: {
    search: '',
    asked: '',
    rows: [] as ReturnType<typeof rowOf>[],
    problem: '',
  },
  observers: {
    open(open: boolean) {
      if (open) this.setData({ search: '', asked: '', rows: [], problem: '' });
    },
  },
  methods: {
    onDismiss() {
      this.triggerEvent('dismiss');
    },
    onSearchChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const search = detail.value.trim();
      this.setData({ search, problem: '' });
      if (search) setTimeout(() => this.findColleagues(search), pauseMillis);
      else this.setData({ rows: [], asked: '' });
    },
    /** Asked once typing rests; an answer to an earlier word is dropped. */
    async findColleagues(search: string) {
      if (search !== this.data.search) return;
      const answer = await cloud.people.findColleagues({ search });
      if (search !== this.data.search) return;
      if (answer.ok) this.setData({ rows: answer.data.items.map(rowOf), asked: search });
      else this.setData({ problem: refusalText(answer) });
    },
    onColleagueTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      const colleague = this.data.rows[currentTarget.dataset.index];
      if (colleague) this.triggerEvent('choose', { personId: colleague.personId, name: colleague.name });
    },
  },
});
