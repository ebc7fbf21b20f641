import type { Answer } from '../../../../../shared/kernel/contract';
import type { Colleague } from '../../../../../shared/people/colleagues';
import type { CardDesign, CompanyValue, ThankYouCard } from '../../../../../shared/recognition/thanks';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { figure } from '../../../../wording/figure';
import { type CardFace, designs, namesInWords } from '../../wording/thanks';

interface ThanksDraft {
  chosen: Colleague[];
  valueId: string;
  design: CardDesign;
  words: string;
  pointsEach: number;
}

const draftKey = 'draft.thanks';
const emptyDraft: ThanksDraft = { chosen: [], valueId: '', design: 'sunrise', words: '', pointsEach: 0 };
const send = perPage(() => new Intent());

/** Which field a refusal is about; what is about none stands above the button. */
const fieldOf: Readonly<Record<string, 'chosen' | 'words' | 'points' | 'value'>> = {
  colleague_not_found: 'chosen',
  thanks_to_oneself: 'chosen',
  thanks_limit_reached: 'chosen',
  company_value_not_found: 'value',
  text_refused: 'words',
  giving_not_enough: 'points',
  giving_pair_limit: 'points',
};

Page({
  data: {
    frame: loading,
    ...emptyDraft,
    values: [] as CompanyValue[],
    designs,
    givingLeft: 0,
    giving: '',
    face: {} as CardFace,
    problems: {} as Partial<Record<'chosen' | 'words' | 'points' | 'value', string>>,
    problem: '',
    sending: false,
  },

  onLoad({ to = '' }: { to?: string }) {
    wx.hideShareMenu({});
    const kept = wx.getStorageSync(draftKey) as ThanksDraft | '';
    this.setData({ ...emptyDraft, ...(kept || {}) });
    this.readSettings(to);
  },

  async readSettings(to: string) {
    await fillFrame(this, {
      keepAs: 'thanksSettings',
      ask: () => cloud.recognition.readThanksSettings({}),
      show: ({ values }) => {
        const inUse = values.filter(({ isInUse }) => isInUse);
        const valueId = inUse.some(({ _id }) => _id === this.data.valueId) ? this.data.valueId : (inUse[0]?._id ?? '');
        this.setData({ values: inUse, valueId });
        this.draw();
      },
    });
    const [account, named] = await Promise.all([
      cloud.points.readAccount({}),
      to ? cloud.people.readColleague({ personId: to }) : null,
    ]);
    if (account.ok) {
      const { givingLeft } = account.data;
      this.setData({ givingLeft, giving: figure(givingLeft) });
    }
    if (named?.ok && !this.data.chosen.length) this.keep({ chosen: [named.data] });
  },

  keep(change: Partial<ThanksDraft>) {
    this.setData({ ...change, problem: '' });
    const { chosen, valueId, design, words, pointsEach } = this.data;
    wx.setStorageSync(draftKey, { chosen, valueId, design, words, pointsEach });
    this.draw();
  },
  draw() {
    const { chosen, values, valueId, design, words, pointsEach } = this.data;
    const face: CardFace = {
      ...{ _id: '', design, at: '刚刚', boosts: '', state: '', from: currentMe().person?.name ?? '' },
      value: values.find(({ _id }) => _id === valueId)?.name ?? '',
      words: words || '写下你想说的话，这里会看到卡片的样子。',
      to: namesInWords(chosen.map(({ name }) => name)) || '…',
      points: pointsEach > 0 ? `附 ${pointsEach} 积分` : '',
    };
    this.setData({ face });
  },

  onChosenChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ 'problems.chosen': '' });
    this.keep({ chosen: detail.chosen });
  },
  onValueTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    this.keep({ valueId: currentTarget.dataset.id });
  },
  onDesignTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { design: CardDesign }>) {
    this.keep({ design: currentTarget.dataset.design });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'problems.words': '' });
    this.keep({ words: detail.value });
  },
  onPointsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.setData({ 'problems.points': '' });
    this.keep({ pointsEach: detail.value });
  },
  onRetryTap() {
    this.readSettings('');
  },

  async onSendTap() {
    const { chosen, valueId, design, words, pointsEach } = this.data;
    const problems = {
      ...(chosen.length ? {} : { chosen: '先选要感谢的同事' }),
      ...(words.trim() ? {} : { words: '写一句话吧，一句就够' }),
    };
    this.setData({ problems, problem: '' });
    if (Object.keys(problems).length > 0) return;
    this.setData({ sending: true });
    const card = { valueId, design, words, pointsEach, toPersonIds: chosen.map(({ personId }) => personId) };
    const answer = await send(this).send((requestId) => cloud.recognition.sendThanks({ ...card, requestId }));
    this.setData({ sending: false });
    if (!answer.ok) {
      this.showRefusal(answer);
      return;
    }
    wx.removeStorageSync(draftKey);
    wx.vibrateShort({ type: 'light' });
    wx.redirectTo({ url: `/packages/recognition/pages/thanks/thanks?id=${answer.data._id}&fresh=1` });
  },
  showRefusal(answer: Extract<Answer<ThankYouCard>, { ok: false }>) {
    const text = refusalText(answer);
    const field = fieldOf[answer.code];
    this.setData(field ? { problems: { [field]: text } } : { problem: text });
  },
});
