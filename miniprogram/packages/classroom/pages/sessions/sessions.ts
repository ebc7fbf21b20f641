import type { ClassroomContract } from '../../../../../shared/classroom/contract';
import type { Session } from '../../../../../shared/classroom/session';
import type { InputOf } from '../../../../../shared/kernel/contract';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe } from '../../../../cloud/session';
import { type SessionLine, sessionLine } from '../../wording/session';

type Which = InputOf<ClassroomContract['listSessions']>['which'];
interface Choice {
  which: Which;
  text: string;
  sentence: string;
}

const choices: Choice[] = [
  { which: 'coming', text: '可以报名', sentence: '最近没有线下培训。有了新的班次，就出现在这里。' },
  { which: 'mine', text: '我的', sentence: '你还没有报名培训，去「可以报名」看看。' },
  { which: 'taught', text: '我主讲的', sentence: '现在没有请你主讲的课。' },
  { which: 'past', text: '已结束', sentence: '还没有结束的培训。' },
];
const arranged: Choice = { which: 'arranged', text: '全部班次', sentence: '还没有开过班，先开第一个。' };

interface ListScreen extends Screen {
  data: { which: Which };
}

const list = perPage(
  (screen: ListScreen) =>
    new PagedList({
      screen,
      // What was kept of one list must not stand in for another.
      get keepAs() {
        return screen.data.which === 'coming' ? 'sessions' : null;
      },
      read: (cursor) => cloud.classroom.listSessions({ which: screen.data.which, ...cursor }),
      rowOf: (session: Session) => sessionLine(session, currentMe().person?.personId ?? '', new Date()),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as SessionLine[],
    tail: 'end' as Tail,
    tailProblem: '',
    choices,
    which: 'coming' as Which,
    sentence: '',
    mayArrange: false,
  },

  onLoad({ which = 'coming' }: { which?: Which }) {
    wx.hideShareMenu({});
    const { roles } = currentMe();
    const mayArrange = roles.includes('hr') || roles.includes('branchHr');
    this.setData({ mayArrange, choices: mayArrange ? [arranged, ...choices] : choices });
    this.choose(this.data.choices.find((one) => one.which === which)?.which ?? 'coming');
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

  choose(which: Which) {
    const sentence = this.data.choices.find((one) => one.which === which)?.sentence ?? '';
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
  onSessionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/classroom/pages/session/session?id=${currentTarget.dataset.id}` });
  },
  onArrangeTap() {
    wx.navigateTo({ url: '/packages/classroom/pages/edit-session/edit-session' });
  },
});
