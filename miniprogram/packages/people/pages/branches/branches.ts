import type { Branch } from '../../../../../shared/people/branch-calls';
import type { Me } from '../../../../../shared/people/model';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';

const intents = perPage(() => ({ add: new Intent(), rename: new Intent() }));
const most = 50;

Page({
  data: {
    frame: loading,
    mayWrite: false,
    branches: [] as Branch[],
    most,
    sheet: '' as '' | 'add' | 'rename',
    /** The branch that gets another name, as it was seen. */
    renaming: null as Branch | null,
    name: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
    this.readBranches();
  },
  onUnload() {
    offMeChange(this);
  },
  async onPullDownRefresh() {
    await this.readBranches();
    wx.stopPullDownRefresh();
  },
  showMe({ roles }: Me) {
    this.setData({ mayWrite: roles.includes('hr') });
  },
  async readBranches() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.people.listBranches({}),
      show: ({ items }) => this.setData({ branches: items }),
    });
  },

  onRetryTap() {
    this.readBranches();
  },
  onAddTap() {
    this.setData({ sheet: 'add', name: '', problem: '', renaming: null });
  },
  onBranchTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const renaming = this.data.branches[currentTarget.dataset.index] ?? null;
    this.setData({ sheet: 'rename', renaming, name: renaming?.name ?? '', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onNameChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ name: detail.value, problem: '' });
  },
  async onConfirm() {
    const { name: typed, renaming } = this.data;
    const name = typed.trim();
    if (!name) return this.setData({ problem: '写上名字，例如：成都分公司。' });
    const written = await carryOut(
      this,
      renaming
        ? intents(this).rename.send((requestId) =>
            cloud.people.renameBranch({ branchId: renaming._id, seenName: renaming.name, name, requestId }),
          )
        : intents(this).add.send((requestId) => cloud.people.addBranch({ name, requestId })),
    );
    if (!written) return;
    this.setData({ branches: written.items });
    wx.showToast({ title: renaming ? '已改名' : '已添加', icon: 'success', duration: 1500 });
  },
});
