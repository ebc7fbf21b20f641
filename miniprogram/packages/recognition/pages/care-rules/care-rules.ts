import type { CareAudience, CareOccasion, CareRule } from '../../../../../shared/recognition/care';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { audienceInWords, occasionInWords } from '../../wording/care';

const change = perPage(() => new Intent());
const audiences = ['nobody', 'manager', 'department'] as const;

const holesOf: Readonly<Record<CareOccasion, string>> = {
  birthday: '{name} 是名字',
  anniversary: '{name} 是名字，{years} 是周年数',
  joined: '{name} 是名字',
  promotion: '{name} 是名字，{title} 是新的职务',
  trainingPassed: '{name} 是名字，{title} 是课程',
  honour: '{name} 是名字，{title} 是荣誉',
};

interface NamedCard {
  _id: string;
  name: string;
}

function rowOf(rule: CareRule, giftCards: readonly NamedCard[]) {
  const gathered = rule.gatherDays > 0 ? ` · 提前 ${rule.gatherDays} 天签名` : '';
  const card = giftCards.find(({ _id }) => _id === rule.giftCardId);
  const gift = card ? ` · 附${card.name}` : '';
  const on = `告诉${audienceInWords[rule.told]}${gathered}${rule.isRewarded ? ' · 附里程碑积分' : ''}${gift}`;
  return { ...rule, title: occasionInWords[rule._id], meta: rule.isOn ? on : '没有打开' };
}

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    draft: null as CareRule | null,
    heading: '',
    holes: '',
    isForeseen: false,
    audienceNames: audiences.map((audience) => audienceInWords[audience]),
    audienceIndex: 0,
    giftCards: [] as NamedCard[],
    giftNames: [] as string[],
    giftIndex: 0,
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    this.readRules();
  },
  async onPullDownRefresh() {
    await this.readRules();
    wx.stopPullDownRefresh();
  },

  async readRules() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.recognition.listCareRules({}),
      show: ({ items, giftCards }) =>
        this.setData({
          ...{ giftCards, giftNames: ['不附', ...giftCards.map(({ name }) => name)] },
          rows: items.map((rule) => rowOf(rule, giftCards)),
        }),
    });
  },

  onRetryTap() {
    this.readRules();
  },
  onRuleTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { occasion: CareOccasion }>) {
    const rule = this.data.rows.find(({ _id }) => _id === currentTarget.dataset.occasion);
    if (!rule) return;
    const { title, meta, ...draft } = rule;
    this.setData({
      draft,
      heading: title,
      holes: holesOf[draft._id],
      isForeseen: draft._id === 'birthday' || draft._id === 'anniversary',
      audienceIndex: audiences.indexOf(draft.told),
      giftIndex: this.data.giftCards.findIndex(({ _id }) => _id === draft.giftCardId) + 1,
      problem: '',
    });
  },
  onDismiss() {
    this.setData({ draft: null });
  },
  onOnChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ 'draft.isOn': detail.value });
  },
  onRewardedChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ 'draft.isRewarded': detail.value });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'draft.words': detail.value, problem: '' });
  },
  onGatherChange({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.setData({ 'draft.gatherDays': detail.value });
  },
  onAudienceChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const audienceIndex = Number(detail.value);
    this.setData({ audienceIndex, 'draft.told': (audiences[audienceIndex] ?? 'nobody') as CareAudience });
  },
  onGiftChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const giftIndex = Number(detail.value);
    this.setData({ giftIndex, 'draft.giftCardId': this.data.giftCards[giftIndex - 1]?._id ?? null });
  },
  async onSaveTap() {
    const { draft } = this.data;
    if (!draft) return;
    const { _id: occasion, ...terms } = draft;
    this.setData({ busy: true, problem: '' });
    const answer = await change(this).send((requestId) =>
      cloud.recognition.changeCareRule({ ...terms, occasion, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      if (answer.code === 'care_rule_changed') this.readRules();
      return;
    }
    const index = this.data.rows.findIndex(({ _id }) => _id === occasion);
    this.setData({ draft: null, [`rows[${index}]`]: rowOf(answer.data, this.data.giftCards) });
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
  onGiftCardsTap() {
    wx.navigateTo({ url: '/packages/recognition/pages/gift-cards/gift-cards' });
  },
  onCongratulateTap() {
    wx.navigateTo({ url: '/packages/recognition/pages/congratulate/congratulate' });
  },
});
