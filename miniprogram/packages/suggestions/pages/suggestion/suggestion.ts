import type { Answer } from '../../../../../shared/kernel/contract';
import type { Suggestion } from '../../../../../shared/suggestions/suggestion';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { todayOf } from '../../../../wording/day';
import { suggestionFace } from '../../wording/suggestion';

/** What is being asked before it is done. */
type Sheet = '' | 'withdraw' | 'takeDown' | 'consider' | 'adopted' | 'declined' | 'outcome';

const dayMillis = 86_400_000;
/** What is offered as the day of a decision. */
const usualDays = 30;
const intent = perPage(() => new Intent());

const sheets: Record<Exclude<Sheet, ''>, { heading: string; verb: string; hint: string; wants: string }> = {
  withdraw: { heading: '撤回这条建议', verb: '撤回', hint: '撤回后同事看不到它，支持也不再计。', wants: '' },
  takeDown: {
    ...{ heading: '不展示这条建议', verb: '不展示并告诉作者', hint: '同事不会看到，作者会看到下面的原因。' },
    wants: '例如：写到了某位同事的名字，去掉后可以再提',
  },
  consider: {
    ...{ heading: '开始研究', verb: '开始并告诉作者', hint: '写清楚接下来怎么做，并说好哪天给结论。' },
    wants: '例如：先问各部门主管，再看对客户的影响',
  },
  adopted: {
    ...{ heading: '采纳', verb: '采纳并告诉大家', hint: '作者会得到积分，支持的人都会收到消息。' },
    wants: '打算怎么做，什么时候开始',
  },
  declined: {
    ...{ heading: '不采纳', verb: '答复并告诉大家', hint: '说清楚为什么，作者和支持的人都会看到。' },
    wants: '为什么不采纳，有没有别的办法',
  },
  outcome: {
    ...{ heading: '我们做了什么', verb: '写上', hint: '会出现在「你说 → 我们做了」里，并告诉支持过的人。' },
    wants: '例如：三个楼层都换好了，排队少了一半',
  },
};

Page({
  data: {
    suggestionId: '',
    frame: loading,
    face: {} as ReturnType<typeof suggestionFace>,
    sheet: '' as Sheet,
    asked: sheets.withdraw,
    words: '',
    day: '',
    firstDay: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ suggestionId: id });
  },
  onShow() {
    this.readSuggestion();
  },
  async onPullDownRefresh() {
    await this.readSuggestion();
    wx.stopPullDownRefresh();
  },

  async readSuggestion() {
    const { suggestionId } = this.data;
    await fillFrame(this, {
      keepAs: `suggestion.${suggestionId}`,
      ask: () => cloud.suggestions.readSuggestion({ suggestionId }),
      show: (suggestion) => this.showSuggestion(suggestion),
    });
  },
  showSuggestion(suggestion: Suggestion) {
    this.setData({ face: suggestionFace(suggestion, new Date()) });
  },
  onRetryTap() {
    this.readSuggestion();
  },

  onSheetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { sheet: Exclude<Sheet, ''> }>) {
    const { sheet } = currentTarget.dataset;
    const now = Date.now();
    this.setData({
      ...{ sheet, asked: sheets[sheet], words: '', problem: '', pageProblem: '' },
      ...{ day: todayOf(new Date(now + usualDays * dayMillis)), firstDay: todayOf(new Date(now + dayMillis)) },
    });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ day: detail.value, problem: '' });
  },
  onConfirm() {
    const { sheet, words, asked } = this.data;
    if (sheet === '') return;
    if (asked.wants && !words.trim()) this.setData({ problem: '写一两句，大家才知道为什么。' });
    else this.take((requestId) => this.send(sheet, requestId), '已经告诉大家');
  },
  send(sheet: Exclude<Sheet, ''>, requestId: string): Promise<Answer<Suggestion>> {
    const { suggestionId, words, day } = this.data;
    const of = { suggestionId, requestId };
    if (sheet === 'withdraw') return cloud.suggestions.withdrawSuggestion(of);
    if (sheet === 'takeDown') {
      return cloud.suggestions.judgeSuggestion({ ...of, verdict: 'takeDown', reason: words });
    }
    if (sheet === 'consider') return cloud.suggestions.considerSuggestion({ ...of, decideBy: day, words });
    if (sheet === 'outcome') return cloud.suggestions.recordOutcome({ ...of, words });
    return cloud.suggestions.decideSuggestion({ ...of, verdict: sheet, words });
  },
  onShowTap() {
    const { suggestionId } = this.data;
    const shown = { suggestionId, verdict: 'show', reason: null } as const;
    this.take((requestId) => cloud.suggestions.judgeSuggestion({ ...shown, requestId }), '已经展示');
  },
  onSupportTap() {
    const { suggestionId, face } = this.data;
    const wanted = { suggestionId, isSupported: !face.isSupportedByMe };
    this.take((requestId) => cloud.suggestions.supportSuggestion({ ...wanted, requestId }), '');
  },
  /** Shows the suggestion as the cloud answered, or the refusal where it was asked for. */
  async take(ask: (requestId: string) => Promise<Answer<Suggestion>>, said: string): Promise<void> {
    const done = await carryOut(this, intent(this).send(ask));
    if (!done) return;
    this.showSuggestion(done);
    if (said) wx.showToast({ title: said, icon: 'success', duration: 1500 });
  },
});
