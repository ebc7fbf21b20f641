import type { Colleague } from '../../../../../shared/people/colleagues';
import type { AssignmentAudience } from '../../../../../shared/training/assignment';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { ownBranchOf } from '../../../../wording/branch';
import { todayOf } from '../../../../wording/day';

type Kind = AssignmentAudience['kind'];

const assign = perPage(() => new Intent());
const wide = (roles: readonly string[]): { kind: Kind; text: string } =>
  roles.includes('hr') ? { kind: 'everybody', text: '全公司' } : { kind: 'branch', text: '我的分公司' };

Page({
  data: {
    courseId: '',
    title: '',
    frame: loading,
    kinds: [
      { kind: 'persons', text: '几位同事' },
      { kind: 'department', text: '一个部门' },
      { kind: 'position', text: '一个岗位' },
      wide(currentMe().roles),
    ] as { kind: Kind; text: string }[],
    kind: 'persons' as Kind,
    persons: [] as Colleague[],
    name: '',
    today: todayOf(new Date()),
    dueOn: '',
    isSent: false,
    busy: false,
    problem: '',
  },

  onLoad({ course = '' }: { course?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: course });
    this.readCourse();
  },
  async readCourse() {
    const { courseId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.readDraft({ courseId }),
      show: ({ title }) => this.setData({ title }),
    });
  },
  onRetryTap() {
    this.readCourse();
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: Kind }>) {
    this.setData({ kind: currentTarget.dataset.kind, name: '', problem: '' });
  },
  onPersonsChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ persons: detail.chosen, problem: '' });
  },
  onNameChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ name: detail.value, problem: '' });
  },
  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ dueOn: detail.value, problem: '' });
  },
  audience(): AssignmentAudience | null {
    const { kind, persons, name } = this.data;
    const named = name.trim();
    switch (kind) {
      case 'persons':
        return persons.length > 0 ? { kind, personIds: persons.map(({ personId }) => personId) } : null;
      case 'department':
        return named ? { kind, departmentName: named } : null;
      case 'position':
        return named ? { kind, position: named } : null;
      case 'branch':
        return { kind, branchId: ownBranchOf(currentMe()) ?? '' };
      case 'everybody':
        return { kind };
    }
  },
  async onAssignTap() {
    const { courseId, dueOn } = this.data;
    const audience = this.audience();
    if (!audience) {
      this.setData({ problem: '先说清楚给谁。' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const terms = { courseIds: [courseId], audience, dueOn: dueOn || null };
    const answer = await assign(this).send((requestId) => cloud.training.assignTraining({ ...terms, requestId }));
    this.setData({ busy: false });
    if (answer.ok) this.setData({ isSent: true });
    else this.setData({ problem: refusalText(answer) });
  },
  onBackTap() {
    wx.navigateBack();
  },
});
