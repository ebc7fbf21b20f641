import type { EmployerGround, LeavingKind } from '../../../../../shared/offboarding/separation';
import type { RetirementWay } from '../../../../../shared/people/leavers';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { todayOf } from '../../../../wording/day';
import { groundInWords, kindInWords } from '../../wording/leaving';

type Opened = Exclude<LeavingKind, 'resignation'>;
const open = perPage(() => new Intent());
const kinds = (['contractEnd', 'byEmployer', 'retirement', 'death'] satisfies Opened[]).map((kind) => ({
  kind,
  text: kindInWords[kind],
}));
const grounds = (Object.keys(groundInWords) as EmployerGround[]).map((ground) => ({
  ground,
  text: groundInWords[ground],
}));
const ways: { way: RetirementWay; text: string }[] = [
  { way: 'men', text: '男职工（60 → 63）' },
  { way: 'womenOf55', text: '女职工，原 55 岁（→ 58）' },
  { way: 'womenOf50', text: '女职工，原 50 岁（→ 55）' },
];

Page({
  data: {
    employmentId: '',
    name: '',
    /** Why it cannot be begun here; empty when it can. */
    hindrance: '',
    kinds,
    grounds,
    kind: 'contractEnd' as Opened,
    ground: '' as EmployerGround | '',
    lastDay: '',
    words: '',
    isUnionTold: false,
    isPaidInLieu: false,
    contractEndsOn: '',
    ways,
    way: '' as RetirementWay | '',
    isAgeConfirmed: false,
    today: '',
    asking: false,
    busy: false,
    problem: '',
  },

  onLoad({ employment = '', name = '' }: { employment?: string; name?: string }) {
    wx.hideShareMenu({});
    this.setData({
      employmentId: employment,
      name: decodeURIComponent(name),
      lastDay: todayOf(new Date()),
      today: todayOf(new Date()),
    });
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  showMe({ roles }: Me) {
    const mayOpen = roles.includes('hr') || roles.includes('branchHr');
    const forWhom = this.data.name ? '' : '请先在花名册里打开这位同事，再从那里办理离职。';
    this.setData({ hindrance: mayOpen ? forWhom : '只有 HR 能为别人办理离职。自己想离开，请看离职指南。' });
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: Opened }>) {
    this.setData({ kind: currentTarget.dataset.kind, ground: '', way: '', isAgeConfirmed: false, problem: '' });
  },
  onGroundTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { ground: EmployerGround }>) {
    this.setData({ ground: currentTarget.dataset.ground, problem: '' });
  },
  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ lastDay: detail.value, problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  onUnionChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ isUnionTold: detail.value, problem: '' });
  },
  onLieuChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ isPaidInLieu: detail.value, problem: '' });
  },
  onContractEndChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ contractEndsOn: detail.value, lastDay: detail.value, problem: '' });
  },
  onWayTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { way: RetirementWay }>) {
    this.setData({ way: currentTarget.dataset.way, problem: '' });
  },
  onAgeChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ isAgeConfirmed: detail.value, problem: '' });
  },
  onOpenTap() {
    if (this.data.words.trim() === '') {
      this.setData({ problem: '写一句说明，本人和 HR 都看得到。' });
      return;
    }
    this.setData({ asking: true, problem: '' });
  },
  onDismiss() {
    this.setData({ asking: false });
  },
  async onOpenConfirm() {
    const { employmentId, kind, ground, lastDay, words, isUnionTold, isPaidInLieu } = this.data;
    const { contractEndsOn, way, isAgeConfirmed } = this.data;
    const said = {
      ...{ employmentId, kind, ground: ground || null, lastDay, words, isUnionTold, isPaidInLieu },
      ...{ contractEndsOn: contractEndsOn || null, retirementWay: way || null, isAgeConfirmed },
    };
    this.setData({ busy: true, problem: '' });
    const answer = await open(this).send((requestId) => cloud.offboarding.openLeaving({ ...said, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) wx.redirectTo({ url: `/packages/offboarding/pages/leaving/leaving?id=${answer.data._id}` });
  },
});
