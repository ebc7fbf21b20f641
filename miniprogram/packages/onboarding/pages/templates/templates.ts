import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { OnboardingContract } from '../../../../../shared/onboarding/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';

type Listed = OutputOf<OnboardingContract['listTemplates']>;

function rowOf({
  _id,
  name,
  position,
  departmentName,
  branchId,
  activities,
  version,
  mayChange,
}: Listed['items'][number]) {
  const scope = [position, departmentName, branchId === null ? null : '分公司'].filter(Boolean).join(' · ');
  return {
    _id,
    name,
    mayChange,
    scope: scope || '适用于所有人',
    meta: `${activities.length} 项任务 · 第 ${version} 版`,
  };
}
const intents = perPage(() => ({ load: new Intent(), retire: new Intent() }));

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    mayLoad: false,
    retiring: { id: '', name: '' },
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    this.setData({ mayLoad: currentMe().roles.includes('hr') });
    onMeChange(this, ({ roles }) => this.setData({ mayLoad: roles.includes('hr') }));
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    this.readTemplates();
  },
  async onPullDownRefresh() {
    await this.readTemplates();
    wx.stopPullDownRefresh();
  },
  async readTemplates() {
    await fillFrame<Listed>(this, {
      keepAs: null,
      ask: () => cloud.onboarding.listTemplates({}),
      show: ({ items }) => this.setData({ rows: items.map(rowOf) }),
    });
  },
  onRetryTap() {
    this.readTemplates();
  },
  onTemplateTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/onboarding/pages/template/template?id=${currentTarget.dataset.id}` });
  },
  onNewTap() {
    wx.navigateTo({ url: '/packages/onboarding/pages/template/template' });
  },
  async onLoadTap() {
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).load.send((requestId) => cloud.onboarding.loadReadyTemplate({ requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) await this.readTemplates();
  },
  onRetireTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string; name: string }>) {
    const { id, name } = currentTarget.dataset;
    this.setData({ retiring: { id, name }, problem: '' });
  },
  onDismiss() {
    this.setData({ retiring: { id: '', name: '' } });
  },
  async onRetireConfirm() {
    const { id: templateId } = this.data.retiring;
    this.setData({ busy: true });
    const answer = await intents(this).retire.send((requestId) =>
      cloud.onboarding.retireTemplate({ templateId, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.onDismiss();
    await this.readTemplates();
  },
});
