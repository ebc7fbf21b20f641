import type { Audience } from '../../../shared/people/audience';
import { readBranches } from '../../cloud/branches';
import { cloud } from '../../cloud/client';
import { refusalText } from '../../cloud/refusal-text';
import { currentMe } from '../../cloud/session';

type Kind = Audience['kind'];

const kinds: { kind: Kind; text: string }[] = [
  { kind: 'everybody', text: '全体同事' },
  { kind: 'managers', text: '主管' },
  { kind: 'departments', text: '指定部门' },
];
const branchKind: { kind: Kind; text: string } = { kind: 'branches', text: '指定分公司' };
const mostNamed = 20;

/** What can be named beside the kind: departments by their names, branches by their ids. */
interface Named {
  id: string;
  name: string;
}

const chosenOf = (audience: Audience): string[] => {
  if (audience.kind === 'departments') return audience.departmentNames;
  return audience.kind === 'branches' ? audience.branchIds : [];
};

const audienceOf = (kind: Kind, chosen: string[]): Audience => {
  if (kind === 'departments') return { kind, departmentNames: chosen };
  return kind === 'branches' ? { kind, branchIds: chosen } : { kind };
};

/** For whom HR publishes something; tells `change` with the audience. HR of a branch has no choice. */
Component({
  properties: { audience: { type: Object, value: { kind: 'everybody' } } },
  data: {
    kinds,
    hasChoice: false,
    departments: [] as Named[],
    branches: [] as Named[],
    /** What the kind that is chosen offers, and what of it is chosen. */
    named: [] as Named[],
    chosen: [] as string[],
    failure: '',
  },
  observers: {
    audience(audience: Audience) {
      this.setData({ chosen: chosenOf(audience) });
      if (audience.kind === 'departments' && this.data.departments.length === 0) this.readDepartments();
      this.offer(audience.kind);
    },
  },
  lifetimes: {
    attached() {
      const hasChoice = currentMe().roles.includes('hr');
      this.setData({ hasChoice });
      if (hasChoice) this.readBranches();
    },
  },
  methods: {
    /** A company of one branch has none to choose. */
    async readBranches() {
      const branches = (await readBranches()).map(({ _id: id, name }) => ({ id, name }));
      const { kind } = this.data.audience as Audience;
      if (branches.length < 2 && kind !== 'branches') return;
      this.setData({ branches, kinds: [...kinds, branchKind] });
      this.offer(kind);
    },
    async readDepartments() {
      const answer = await cloud.people.listDepartments({});
      if (!answer.ok) return this.setData({ failure: refusalText(answer) });
      const departments = answer.data.items.map(({ name }) => ({ id: name, name }));
      this.setData({ departments, failure: '' });
      this.offer((this.data.audience as Audience).kind);
    },
    offer(kind: Kind) {
      const { departments, branches } = this.data;
      this.setData({ named: kind === 'departments' ? departments : kind === 'branches' ? branches : [] });
    },
    onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: Kind }>) {
      const { kind } = currentTarget.dataset;
      this.triggerEvent('change', { audience: audienceOf(kind, []) });
    },
    onNamedTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const { id } = currentTarget.dataset;
      const { chosen } = this.data;
      const ids = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
      const { kind } = this.data.audience as Audience;
      this.triggerEvent('change', { audience: audienceOf(kind, ids.slice(0, mostNamed)) });
    },
  },
});
