import type { Audience } from '../../../shared/people/audience';
import { cloud } from '../../cloud/client';
import { refusalText } from '../../cloud/refusal-text';
import { currentMe } from '../../cloud/session';

type Kind = Audience['kind'];

const kinds: { kind: Kind; text: string }[] = [
  { kind: 'everybody', text: '全体同事' },
  { kind: 'managers', text: '主管' },
  { kind: 'departments', text: '指定部门' },
  { kind: 'branch', text: '我的分公司' },
];
const mostDepartments = 20;

/** For whom HR publishes something; tells `change` with the audience. HR of a branch has no choice. */
Component({
  properties: { audience: { type: Object, value: { kind: 'everybody' } } },
  data: { kinds, hasChoice: false, departments: [] as string[], failure: '' },
  observers: {
    audience({ kind }: Audience) {
      if (kind === 'departments') this.readDepartments();
    },
  },
  lifetimes: {
    attached() {
      this.setData({ hasChoice: currentMe().roles.includes('hr') });
    },
  },
  methods: {
    async readDepartments() {
      if (this.data.departments.length > 0) return;
      const answer = await cloud.people.listDepartments({});
      if (answer.ok) this.setData({ departments: answer.data.items.map(({ name }) => name), failure: '' });
      else this.setData({ failure: refusalText(answer) });
    },
    onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: Kind }>) {
      this.change(currentTarget.dataset.kind, []);
    },
    onDepartmentTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { name: string }>) {
      const { name } = currentTarget.dataset;
      const audience = this.data.audience as Audience;
      const chosen = audience.kind === 'departments' ? audience.departmentNames : [];
      const names = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
      this.change('departments', names.slice(0, mostDepartments));
    },
    change(kind: Kind, departmentNames: string[]) {
      const branchId = currentMe().person?.branchId ?? '';
      const audience: Audience =
        kind === 'departments' ? { kind, departmentNames } : kind === 'branch' ? { kind, branchId } : { kind };
      this.triggerEvent('change', { audience });
    },
  },
});
