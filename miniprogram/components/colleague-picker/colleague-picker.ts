import type { Colleague } from '../../../shared/people/colleagues';
import { cloud } from '../../cloud/client';
import { perPage } from '../../cloud/per-page';
import { refusalText } from '../../cloud/refusal-text';

/** Typing asks the cloud only when the fingers rest. */
const restMs = 300;
const typing = perPage(() => ({ timer: 0 }));

/** Finds colleagues by name and keeps the chosen ones; tells `change` with all of them. */
Component({
  properties: {
    chosen: { type: Array, value: [] as Colleague[] },
    most: { type: Number, value: 10 },
    problem: { type: String, value: '' },
  },
  data: { search: '', found: [] as (Colleague & { place: string })[], sentence: '', failure: '' },
  methods: {
    onSearchInput({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ search: detail.value, sentence: '', failure: '' });
      clearTimeout(typing(this).timer);
      typing(this).timer = setTimeout(() => this.find(), restMs);
    },
    async find() {
      const search = this.data.search.trim();
      if (!search) {
        this.setData({ found: [] });
        return;
      }
      const answer = await cloud.people.findColleagues({ search });
      if (search !== this.data.search.trim()) return;
      if (!answer.ok) {
        this.setData({ found: [], failure: refusalText(answer) });
        return;
      }
      const found = answer.data.items.map((one) => ({
        ...one,
        place: [one.departmentName, one.position].filter(Boolean).join(' · '),
      }));
      this.setData({ found, sentence: found.length ? '' : '没有找到这个名字开头的同事' });
    },
    onFoundTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const one = this.data.found.find(({ personId }) => personId === currentTarget.dataset.id);
      const chosen = this.data.chosen as Colleague[];
      if (!one || chosen.some(({ personId }) => personId === one.personId)) return;
      if (chosen.length >= this.data.most) {
        this.setData({ failure: `一次最多选 ${this.data.most} 位` });
        return;
      }
      const { personId, name, departmentName, position } = one;
      this.setData({ search: '', found: [], sentence: '' });
      this.triggerEvent('change', { chosen: [...chosen, { personId, name, departmentName, position }] });
    },
    onChosenTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const chosen = (this.data.chosen as Colleague[]).filter(({ personId }) => personId !== currentTarget.dataset.id);
      this.triggerEvent('change', { chosen });
    },
  },
  lifetimes: {
    detached() {
      clearTimeout(typing(this).timer);
    },
  },
});
