import type { SkillNeeds } from '../../../../../shared/training/skill';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import {
  draftOf,
  type NeedsDraft,
  needsOf,
  problemIn,
  withoutSkill,
  withSkill,
  withTapped,
} from '../../wording/needs-draft';

const save = perPage(() => new Intent());
const most = { skills: 60, needs: 100 };

Page({
  data: {
    frame: loading,
    mayChange: false,
    draft: { skills: [], needs: [] } as NeedsDraft,
    /** Beside each skill: whether a course proves it. */
    proofs: {} as Record<string, string>,
    /** Beside each need, by its id: how many people it means. */
    people: {} as Record<string, string>,
    /** Which skills each need asks for, to be tapped. */
    choices: [] as { skill: string; isIn: boolean }[][],
    newSkill: '',
    busy: false,
    problem: '',
  },
  seenVersion: 0,

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, ({ roles }) => this.setData({ mayChange: roles.includes('hr') }));
    this.setData({ mayChange: currentMe().roles.includes('hr') });
    this.readNeeds();
  },
  onUnload() {
    offMeChange(this);
  },
  async readNeeds() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.readSkillNeeds({}),
      show: (needs) => this.showNeeds(needs),
    });
  },
  showNeeds(standing: SkillNeeds) {
    const { version, skills, needs, courses, people } = standing;
    this.seenVersion = version;
    const proofs = skills.map((skill, index) => {
      const count = courses[index] ?? 0;
      return [skill, count > 0 ? `${count} 门课程能证明` : '还没有课程能证明'];
    });
    const meant = needs.map(({ needId }, index) => {
      const count = people[index] ?? null;
      const words = count === 0 ? '现在没有同事符合，检查一下是不是和花名册写的一样' : `现在 ${count} 位同事符合`;
      return [needId, count === null ? '' : words];
    });
    this.setData({ proofs: Object.fromEntries(proofs), people: Object.fromEntries(meant) });
    this.showDraft(draftOf(standing));
  },
  showDraft(draft: NeedsDraft) {
    const choices = draft.needs.map(({ skills }) =>
      draft.skills.map((skill) => ({ skill, isIn: skills.includes(skill) })),
    );
    this.setData({ draft, choices, problem: '' });
  },
  onRetryTap() {
    this.readNeeds();
  },
  onNewSkillChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ newSkill: detail.value, problem: '' });
  },
  onAddSkillTap() {
    if (this.data.draft.skills.length >= most.skills) return this.setData({ problem: `最多 ${most.skills} 项技能。` });
    this.showDraft(withSkill(this.data.draft, this.data.newSkill));
    this.setData({ newSkill: '' });
  },
  onRemoveSkillTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { skill: string }>) {
    this.showDraft(withoutSkill(this.data.draft, currentTarget.dataset.skill));
  },
  onAddNeedTap() {
    const { draft } = this.data;
    if (draft.needs.length >= most.needs) return this.setData({ problem: `最多 ${most.needs} 条要求。` });
    const fresh = { needId: newRequestId(), position: '', departmentName: '', skills: [] };
    this.showDraft({ ...draft, needs: [...draft.needs, fresh] });
  },
  onRemoveNeedTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { place: number }>) {
    const { draft } = this.data;
    this.showDraft({ ...draft, needs: draft.needs.filter((_, index) => index !== currentTarget.dataset.place) });
  },
  onNeedChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, never, { place: number; name: 'position' | 'departmentName' }>) {
    const { place, name } = currentTarget.dataset;
    this.setData({ [`draft.needs[${place}].${name}`]: detail.value, problem: '' });
  },
  onSkillTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { place: number; skill: string }>) {
    const { place, skill } = currentTarget.dataset;
    this.showDraft(withTapped(this.data.draft, place, skill));
  },
  async onSaveTap() {
    const { draft } = this.data;
    const problem = problemIn(draft);
    this.setData({ problem });
    if (problem) return;
    this.setData({ busy: true });
    const written = { seenVersion: this.seenVersion, skills: draft.skills, needs: needsOf(draft) };
    const answer = await save(this).send((requestId) => cloud.training.changeSkillNeeds({ ...written, requestId }));
    this.setData({ busy: false });
    if (!answer.ok) return this.setData({ problem: refusalText(answer) });
    this.showNeeds(answer.data);
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
});
