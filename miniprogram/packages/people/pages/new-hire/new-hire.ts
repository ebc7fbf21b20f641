import type { Branch } from '../../../../../shared/people/branch-calls';
import type { Colleague } from '../../../../../shared/people/colleagues';
import type { Me } from '../../../../../shared/people/model';
import { readBranches } from '../../../../cloud/branches';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { headOffice, ownBranchOf } from '../../../../wording/branch';
import { todayOf } from '../../../../wording/day';
import { emptyNewHire, type NewHireDraft, type NewHireField, newHireOf, newHireProblems } from '../../new-hire-draft';

const draftKey = 'draft.new-hire';
const add = perPage(() => new Intent());
const dayMillis = 86_400_000;

/** The Monday after next Sunday: most people start on one. */
function nextMonday(now: Date): string {
  const weekday = new Date(`${todayOf(now)}T00:00:00Z`).getUTCDay();
  return todayOf(new Date(now.getTime() + (8 - (weekday || 7)) * dayMillis));
}

type Change = WechatMiniprogram.CustomEvent<{ value: string }, never, { name: NewHireField }>;

Page({
  data: {
    today: '',
    draft: emptyNewHire(''),
    problems: {} as Partial<Record<NewHireField, string>>,
    problem: '',
    departmentNames: [] as string[],
    /** Of the HR who adds. */
    ownBranchId: headOffice,
    /** To choose from: of HR everywhere, in a company that has several. */
    branches: [] as Branch[],
    chosenBranch: 0,
    saving: false,
    mayAdd: true,
  },

  onLoad() {
    wx.hideShareMenu({});
    const now = new Date();
    const kept = wx.getStorageSync(draftKey) as NewHireDraft | '';
    this.setData({
      today: todayOf(now),
      draft: kept || emptyNewHire(nextMonday(now)),
    });
    this.showMe(currentMe());
    onMeChange(this, (me) => {
      this.showMe(me);
      this.readDepartments();
    });
    this.readDepartments();
  },
  onUnload() {
    offMeChange(this);
  },
  showMe(me: Me) {
    const { roles } = me;
    const mayAdd = roles.includes('hr') || roles.includes('branchHr');
    this.setData({ mayAdd, ownBranchId: ownBranchOf(me) ?? headOffice });
    if (roles.includes('hr')) this.offerBranches();
  },
  /** The list is a help: without it, a department is typed. */
  async readDepartments() {
    const answer = await cloud.people.listDepartments({});
    if (answer.ok) this.setData({ departmentNames: answer.data.items.map(({ name }) => name) });
  },
  async offerBranches() {
    const branches = await readBranches();
    if (branches.length > 1) this.showBranches(branches);
  },
  showBranches(branches: Branch[]) {
    const { draft, ownBranchId } = this.data;
    const isOf = (branchId: string) => branches.findIndex(({ _id }) => _id === branchId);
    const chosenBranch = Math.max(0, isOf(draft.branchId ?? ownBranchId));
    this.setData({ branches, chosenBranch });
  },
  onBranchPick({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { branches } = this.data;
    this.keep({ branchId: branches[Number(detail.value)]?._id ?? this.data.ownBranchId });
    this.showBranches(branches);
  },
  keep(change: Partial<NewHireDraft>) {
    const draft = { ...this.data.draft, ...change };
    this.setData({ draft, problem: '' });
    wx.setStorageSync(draftKey, draft);
  },
  onFieldChange({ currentTarget, detail }: Change) {
    const { name } = currentTarget.dataset;
    this.setData({ [`problems.${name}`]: '' });
    this.keep({ [name]: detail.value });
  },
  onDepartmentPick({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'problems.departmentName': '' });
    this.keep({ departmentName: this.data.departmentNames[Number(detail.value)] ?? '' });
  },
  onManagerChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ 'problems.managers': '' });
    this.keep({ managers: detail.chosen });
  },
  onReturnChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.keep({ isReturn: detail.value });
  },
  async onAddTap() {
    const { draft, today, ownBranchId } = this.data;
    const problems = newHireProblems(draft, today);
    const isWrong = Object.keys(problems).length > 0;
    this.setData({ problems, problem: isWrong ? '有几处需要改一下。' : '' });
    if (isWrong) return;
    this.setData({ saving: true });
    const answer = await add(this).send((requestId) =>
      cloud.people.addNewHire({ ...newHireOf(draft, draft.branchId ?? ownBranchId), requestId }),
    );
    this.setData({ saving: false });
    if (!answer.ok) {
      const isNumber = answer.code === 'employee_number_taken' || answer.code === 'employee_number_left';
      this.setData(isNumber ? { 'problems.employeeNumber': refusalText(answer) } : { problem: refusalText(answer) });
      return;
    }
    wx.removeStorageSync(draftKey);
    wx.showToast({ title: '已新增', icon: 'success', duration: 1500 });
    wx.redirectTo({ url: `/packages/people/pages/person/person?id=${answer.data.personId}` });
  },
});
