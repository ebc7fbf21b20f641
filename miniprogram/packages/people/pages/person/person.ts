import type { Answer } from '../../../../../shared/kernel/contract';
import type { GrantableRole } from '../../../../../shared/kernel/role';
import type { Branch } from '../../../../../shared/people/branch-calls';
import { readBranches } from '../../../../cloud/branches';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { momentInWords, todayOf } from '../../../../wording/day';
import { invitationInWords, joiningText } from '../../joining-text';
import { personView } from '../../person-view';

type Sheet = '' | 'issue' | 'unbind' | 'grant' | 'revoke' | 'move' | 'branch';
type RoleTap = WechatMiniprogram.TouchEvent<never, never, { role: GrantableRole }>;

/** Each sheet is one intent; what was begun on one is never sent by another. */
const intents = perPage(() => ({
  issue: new Intent(),
  unbind: new Intent(),
  grant: new Intent(),
  revoke: new Intent(),
  move: new Intent(),
  branch: new Intent(),
}));

Page({
  data: {
    personId: '',
    frame: loading,
    person: {} as ReturnType<typeof personView>,
    sheet: '' as Sheet,
    busy: false,
    problem: '',
    issued: null as { code: string; spaced: string; text: string; until: string; employeeNumber: string } | null,
    chosenRole: '' as GrantableRole | '',
    branches: [] as Branch[],
    /** The branch that is chosen on the open sheet, by its place among them. */
    chosenBranch: 0,
    newDay: '',
    today: '',
    revoking: {} as { role?: GrantableRole; text?: string },
  },

  /** Once a visit: names hardly ever change. */
  branchesRead: null as Promise<Branch[]> | null,

  onLoad({ id = '' }: { id?: string }) {
    this.branchesRead = readBranches();
    wx.hideShareMenu({});
    this.setData({ personId: id, today: todayOf(new Date()) });
    this.readPerson();
  },
  async onPullDownRefresh() {
    await this.readPerson();
    wx.stopPullDownRefresh();
  },

  async readPerson() {
    const { personId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: async () => {
        const [answer, branches] = await Promise.all([cloud.people.readPerson({ personId }), this.branchesRead]);
        this.setData({ branches: branches ?? [] });
        return answer;
      },
      show: (record) => this.setData({ person: personView(record, this.data.branches, new Date()) }),
    });
  },
  openSheet(sheet: Sheet) {
    const { branches, person } = this.data;
    const chosenBranch = Math.max(
      0,
      branches.findIndex(({ _id }) => _id === person.branchId),
    );
    this.setData({ sheet, problem: '', issued: null, chosenRole: '', chosenBranch });
  },
  /** Sends what the open sheet confirms; a refusal stays on the sheet. */
  async confirm<Data>(ask: Promise<Answer<Data>>): Promise<Data | null> {
    this.setData({ busy: true, problem: '' });
    const answer = await ask;
    this.setData({ busy: false });
    if (answer.ok) return answer.data;
    this.setData({ problem: refusalText(answer) });
    return null;
  },
  async closeWith(said: string) {
    this.setData({ sheet: '' });
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    await this.readPerson();
  },

  onRetryTap() {
    this.readPerson();
  },
  onDismiss() {
    const wasIssued = this.data.issued !== null;
    this.setData({ sheet: '' });
    if (wasIssued) this.readPerson();
  },
  onIssueTap() {
    this.openSheet('issue');
  },
  async onIssueConfirm() {
    const { employmentId } = this.data.person;
    const sent = intents(this).issue.send((requestId) => cloud.people.issueJoiningCode({ employmentId, requestId }));
    const issued = await this.confirm(sent);
    if (!issued) return;
    const { code, token, expiresAt, employeeNumber } = issued;
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
    const until = momentInWords(expiresAt, new Date());
    this.setData({ issued: { code, spaced, text: joiningText(token), until, employeeNumber } });
  },
  /** Whoever has not started yet is not in the office: the invitation goes to them by WeChat, in words. */
  async onCopyTap() {
    const { issued, person } = this.data;
    if (issued) await wx.setClipboardData({ data: invitationInWords({ ...issued, name: person.name }) });
  },
  onRunTap() {
    wx.navigateTo({ url: `/packages/onboarding/pages/start/start?person=${this.data.personId}` });
  },
  onSkillsTap() {
    wx.navigateTo({ url: `/packages/skills/pages/person-skills/person-skills?id=${this.data.personId}` });
  },
  onMoveTap() {
    this.openSheet('move');
    this.setData({ newDay: this.data.person.firstDay });
  },
  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ newDay: detail.value, problem: '' });
  },
  async onMoveConfirm() {
    const { newDay: dateOfJoining, person } = this.data;
    const { employmentId } = person;
    const sent = intents(this).move.send((requestId) =>
      cloud.people.moveFirstDay({ employmentId, dateOfJoining, requestId }),
    );
    if (await this.confirm(sent)) await this.closeWith('已改');
  },
  onBranchTap() {
    this.openSheet('branch');
  },
  onBranchChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ chosenBranch: Number(detail.value), problem: '' });
  },
  async onBranchConfirm() {
    const { personId, branches, chosenBranch, person } = this.data;
    const branchId = branches[chosenBranch]?._id ?? '';
    if (branchId === person.branchId) return this.setData({ problem: `${person.name}现在就在${person.branch}。` });
    const sent = intents(this).branch.send((requestId) => cloud.people.moveToBranch({ personId, branchId, requestId }));
    if (await this.confirm(sent)) await this.closeWith('已换');
  },
  onLeavingTap() {
    const { employmentId, name } = this.data.person;
    const query = `employment=${employmentId}&name=${encodeURIComponent(name)}`;
    wx.navigateTo({ url: `/packages/offboarding/pages/open-leaving/open-leaving?${query}` });
  },
  onUnbindTap() {
    this.openSheet('unbind');
  },
  async onUnbindConfirm() {
    const { personId } = this.data;
    const sent = intents(this).unbind.send((requestId) => cloud.people.unbindPerson({ personId, requestId }));
    if (await this.confirm(sent)) await this.closeWith('已解除绑定');
  },
  onGrantTap() {
    this.openSheet('grant');
  },
  onRoleTap({ currentTarget }: RoleTap) {
    this.setData({ chosenRole: currentTarget.dataset.role, problem: '' });
  },
  async onGrantConfirm() {
    const { personId, chosenRole, person, branches, chosenBranch } = this.data;
    if (!chosenRole) {
      this.setData({ problem: '请先选一个角色。' });
      return;
    }
    const branchId = chosenRole === 'branchHr' ? (branches[chosenBranch]?._id ?? person.branchId) : null;
    const sent = intents(this).grant.send((requestId) =>
      cloud.people.grantRole({ personId, role: chosenRole, branchId, requestId }),
    );
    if (await this.confirm(sent)) await this.closeWith('已授予');
  },
  onRevokeTap({ currentTarget }: RoleTap) {
    const { role } = currentTarget.dataset;
    this.openSheet('revoke');
    this.setData({ revoking: { role, text: this.data.person.roles.find((held) => held.role === role)?.text ?? '' } });
  },
  async onRevokeConfirm() {
    const { personId, revoking } = this.data;
    const { role } = revoking;
    if (!role) return;
    const sent = intents(this).revoke.send((requestId) => cloud.people.revokeRole({ personId, role, requestId }));
    if (await this.confirm(sent)) await this.closeWith('已收回');
  },
});
