import type { InterviewLine, InterviewState } from '../../../../../shared/exit/interview';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { dayInWords, momentInWords, todayOf } from '../../../../wording/day';
import { kindInWords, outcomeInWords, stateInWords } from '../../wording/exit';

function rowOf(line: InterviewLine) {
  const now = new Date();
  const { scheduledAt, isFormFilled, hasManagerView, outcome, lastDay, kind } = line;
  const said = [isFormFilled ? '问卷已交' : '问卷未交', hasManagerView ? '上级已写看法' : '上级未写看法'];
  return {
    ...line,
    meta: `${line.departmentName} · ${line.position}`,
    when: `${kindInWords[kind]}，最后工作日 ${dayInWords(lastDay, todayOf(now))}`,
    talk: scheduledAt ? `面谈 ${momentInWords(scheduledAt, now)}` : '',
    said: outcome ? outcomeInWords[outcome] : said.join(' · '),
  };
}
type Row = ReturnType<typeof rowOf>;
const states = (Object.keys(stateInWords) as InterviewState[]).map((state) => ({ state, text: stateInWords[state] }));

interface Queue extends Screen {
  shownState(): InterviewState;
}
const queue = perPage(
  (screen: Queue) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.exit.listExitInterviews({ state: screen.shownState(), ...cursor }),
      rowOf,
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    states,
    state: 'pending' as InterviewState,
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    queue(this).revisit();
  },
  async onPullDownRefresh() {
    await queue(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    queue(this).more();
  },

  shownState() {
    return this.data.state;
  },
  onStateTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { state: InterviewState }>) {
    this.setData({ state: currentTarget.dataset.state, frame: loading, rows: [] });
    queue(this).refresh();
  },
  onRetryTap() {
    queue(this).refresh();
  },
  onMoreTap() {
    queue(this).more();
  },
  onRowTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/exit/pages/interview/interview?id=${currentTarget.dataset.id}` });
  },
});
