import type { Me } from '../../../../../shared/people/model';
import type { Suggestion } from '../../../../../shared/suggestions/suggestion';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { type SuggestionLine, suggestionLine } from '../../wording/suggestion';

type Which = 'waiting' | 'adopted' | 'answered' | 'mine' | 'toAnswer';

const choices: { which: Which; text: string; sentence: string }[] = [
  { which: 'waiting', text: '征集中', sentence: '现在没有等待答复的建议。你有想法的话，写第一条吧。' },
  { which: 'adopted', text: '你说 → 我们做了', sentence: '还没有采纳的建议。每一条采纳的，做了什么都会写在这里。' },
  { which: 'answered', text: '已答复', sentence: '还没有答复过的建议。' },
  { which: 'mine', text: '我提的', sentence: '你还没有提过建议。' },
];
const forHr = { which: 'toAnswer' as const, text: '等我答复', sentence: '没有等你答复的建议，都答完了。' };

interface ListScreen extends Screen {
  data: { which: Which };
}

function readList(which: Which, cursor: { cursor?: string }) {
  if (which === 'mine') return cloud.suggestions.listMySuggestions(cursor);
  if (which === 'toAnswer') return cloud.suggestions.listToAnswer(cursor);
  return cloud.suggestions.listSuggestions({ which, ...cursor });
}

const list = perPage(
  (screen: ListScreen) =>
    new PagedList({
      screen,
      // What was kept of one list must not stand in for another.
      get keepAs() {
        return screen.data.which === 'waiting' ? 'suggestions' : null;
      },
      read: (cursor) => readList(screen.data.which, cursor),
      rowOf: (suggestion: Suggestion) => suggestionLine(suggestion, new Date()),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as SuggestionLine[],
    tail: 'end' as Tail,
    tailProblem: '',
    choices,
    which: 'waiting' as Which,
    sentence: choices[0]?.sentence ?? '',
    isHr: false,
  },

  onLoad({ which = 'waiting' }: { which?: Which }) {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
    this.choose(which);
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    list(this).revisit();
  },
  async onPullDownRefresh() {
    await list(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },

  showMe({ roles }: Me) {
    const isHr = roles.includes('hr');
    this.setData({ isHr, choices: isHr ? [forHr, ...choices] : choices });
  },
  choose(which: Which) {
    const sentence = [forHr, ...choices].find((one) => one.which === which)?.sentence ?? '';
    this.setData({ which, sentence, rows: [], frame: loading });
  },
  onWhichTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { which: Which }>) {
    this.choose(currentTarget.dataset.which);
    list(this).refresh();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onMoreTap() {
    list(this).more();
  },
  onSuggestionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/suggestions/pages/suggestion/suggestion?id=${currentTarget.dataset.id}` });
  },
  onSuggestTap() {
    wx.navigateTo({ url: '/packages/suggestions/pages/new-suggestion/new-suggestion' });
  },
  onCorePostsTap() {
    wx.navigateTo({ url: '/packages/suggestions/pages/core-posts/core-posts' });
  },
});
