import type { Me } from '../../../../../shared/people/model';
import type { SuggestionTopic } from '../../../../../shared/suggestions/suggestion';
import { cloud } from '../../../../cloud/client';
import { doorFrame } from '../../../../cloud/door-frame';
import { loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { topicInWords } from '../../wording/suggestion';

const draftKey = 'draft.suggestion';
const make = perPage(() => new Intent());
const topics = (Object.keys(topicInWords) as SuggestionTopic[]).map((topic) => ({ topic, text: topicInWords[topic] }));

interface SuggestionDraft {
  topic: SuggestionTopic;
  title: string;
  text: string;
  isNamed: boolean;
}
const emptyDraft: SuggestionDraft = { topic: 'flexibility', title: '', text: '', isNamed: true };

Page({
  data: {
    frame: loading,
    topics,
    draft: emptyDraft,
    problems: {} as { title?: string; text?: string },
    problem: '',
    busy: false,
  },

  onLoad() {
    wx.hideShareMenu({});
    const kept = wx.getStorageSync(draftKey) as SuggestionDraft | '';
    this.setData({ draft: { ...emptyDraft, ...(kept || {}) } });
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  showMe(me: Me) {
    this.setData({ frame: doorFrame(me, ['employee']) });
  },

  keep(change: Partial<SuggestionDraft>) {
    const draft = { ...this.data.draft, ...change };
    this.setData({ draft, problem: '' });
    wx.setStorageSync(draftKey, draft);
  },
  onTopicTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { topic: SuggestionTopic }>) {
    this.keep({ topic: currentTarget.dataset.topic });
  },
  onTitleChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'problems.title': '' });
    this.keep({ title: detail.value });
  },
  onTextChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'problems.text': '' });
    this.keep({ text: detail.value });
  },
  onNamedChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.keep({ isNamed: !detail.value });
  },

  async onSendTap() {
    const { draft } = this.data;
    const problems = {
      ...(draft.title.trim() ? {} : { title: '用一句话说清楚想改什么' }),
      ...(draft.text.trim() ? {} : { text: '写上为什么，和你觉得可以怎么做' }),
    };
    this.setData({ problems, problem: '' });
    if (Object.keys(problems).length > 0) return;
    this.setData({ busy: true });
    const answer = await make(this).send((requestId) => cloud.suggestions.makeSuggestion({ ...draft, requestId }));
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    wx.removeStorageSync(draftKey);
    wx.showToast({ title: '已送到 HR', icon: 'success', duration: 1500 });
    wx.redirectTo({ url: `/packages/suggestions/pages/suggestion/suggestion?id=${answer.data._id}` });
  },
});
