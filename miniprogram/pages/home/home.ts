import type { Answer } from '../../../shared/kernel/contract';
import type { Me } from '../../../shared/people/model';
import type { AccountView, LedgerEntryView } from '../../../shared/points/model';
import type { TodayTask } from '../../../shared/today/model';
import { keepAnswer, keptAnswer } from '../../cloud/cache';
import { cloud } from '../../cloud/client';
import { fillFrame, loading, mayHelp } from '../../cloud/frame';
import { Intent } from '../../cloud/intent';
import { perPage } from '../../cloud/per-page';
import { refusalText } from '../../cloud/refusal-text';
import { currentMe, isMeKnown, offMeChange, onMeChange, refreshMe } from '../../cloud/session';
import { readToday as askToday } from '../../cloud/unread';
import { selectTab } from '../../custom-tab-bar/select-tab';
import { dayInWords, greetingOf, todayOf, weekdayInWords } from '../../wording/day';
import { figure } from '../../wording/figure';
import { type LedgerLine, ledgerLine } from '../../wording/ledger';
import { type Milestone, streakMilestone } from '../../wording/milestone';
import { type Decision, decisionsOf, most, tasksIn } from './decisions';
import { sceneOf } from './scene';

interface Today {
  account: AccountView;
  entries: LedgerEntryView[];
}

const recentLines = 3;

async function readToday(): Promise<Answer<Today>> {
  const [account, ledger] = await Promise.all([
    cloud.points.readAccount({}),
    cloud.points.listLedger({ limit: recentLines }),
  ]);
  if (!account.ok) return account;
  if (!ledger.ok) return ledger;
  return { ok: true, data: { account: account.data, entries: ledger.data.items }, traceId: account.traceId };
}

function meView(me: Me, now: Date) {
  const today = todayOf(now);
  return {
    scene: sceneOf(me),
    person: me.person ?? ({} as Partial<NonNullable<Me['person']>>),
    today,
    greeting: greetingOf(now),
    dateLine: `${dayInWords(today, today)} ${weekdayInWords(today)} · ${me.person?.departmentName ?? ''}`,
    leaving: me.roles.includes('leaving'),
    decides: me.roles.includes('hr') || me.roles.includes('branchHr'),
  };
}

function accountCard({ balance, streakDays, checkedInToday, checkInPoints }: AccountView) {
  return {
    balance: figure(balance),
    streak: streakDays,
    reward: checkInPoints,
    done: checkedInToday,
    sentence: checkedInToday ? '明天再来，接着连续' : streakDays > 0 ? '今天签到，连续不断' : '签到一下，开始今天',
  };
}

const checkIn = perPage(() => new Intent());

Page({
  data: {
    // The first frame is drawn from what the phone knows, before anything is asked.
    ...meView(currentMe(), new Date()),
    frame: loading,
    account: { balance: '', streak: 0, reward: 0, done: false, sentence: '' },
    lines: [] as LedgerLine[],
    checkingIn: false,
    checkInProblem: '',
    gained: '',
    milestone: null as Milestone | null,
    decisions: [] as Decision[],
    /** What other parts of 同路 put onto the list, and what may be enjoyed. */
    tasks: [] as Decision[],
    enjoyments: [] as Decision[],
    decisionsKnown: false,
    decisionsProblem: '',
    decisionsRetry: '',
    whoProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => {
      this.showMe(me);
      this.readAll();
    });
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    selectTab(this);
    this.showMe(currentMe());
    this.askWho();
    this.readAll();
  },
  onWhoRetryTap() {
    this.askWho();
  },
  async onPullDownRefresh() {
    await Promise.all([refreshMe(), this.readAll()]);
    wx.stopPullDownRefresh();
  },

  /** A phone that was never answered must not tell an employee without network that they are a visitor. */
  async askWho() {
    const answer = isMeKnown() ? null : await refreshMe();
    const whoProblem = answer === null || answer.ok ? '' : refusalText(answer);
    if (whoProblem !== this.data.whoProblem) this.setData({ whoProblem });
  },
  showMe(me: Me) {
    const view = meView(me, new Date());
    this.setData(view);
    // The bar belongs to the page on top: somebody may just have joined on the page above this one.
    const pages = getCurrentPages();
    if (pages[pages.length - 1]?.route !== 'pages/home/home') return;
    wx.setNavigationBarTitle({ title: view.scene === 'employee' ? '今天' : '同路' });
  },
  async readAll() {
    if (this.data.scene !== 'employee') return;
    await Promise.all([this.readToday(), this.readTasks(), this.data.decides ? this.readDecisions() : undefined]);
  },
  async readToday() {
    await fillFrame(this, {
      keepAs: 'today',
      ask: readToday,
      show: ({ account, entries }) => this.showAccount(account, entries),
    });
  },
  showAccount(account: AccountView, entries: LedgerEntryView[]) {
    const now = new Date();
    this.setData({ account: accountCard(account), lines: entries.map((entry) => ledgerLine(entry, now)) });
  },
  /** The list is an addition to the page: without it, check-in and balance are still right. */
  async readTasks() {
    const show = (tasks: TodayTask[]) => {
      const now = new Date();
      this.setData({
        tasks: tasksIn('do', tasks, now).slice(0, most),
        enjoyments: tasksIn('enjoy', tasks, now).slice(0, most),
      });
    };
    const kept = keptAnswer<TodayTask[]>('tasks');
    if (kept) show(kept.data);
    const answer = await askToday();
    if (!answer.ok) return;
    keepAnswer('tasks', answer.data.tasks);
    show(answer.data.tasks);
  },
  async readDecisions() {
    const [batches, reserved] = await Promise.all([
      cloud.people.listRosterBatches({ limit: 5 }),
      cloud.points.listRedemptions({ state: 'reserved', limit: 5 }),
    ]);
    const refused = batches.ok ? reserved : batches;
    if (!batches.ok || !reserved.ok) {
      if (refused.ok) return;
      this.setData({ decisionsProblem: refusalText(refused), decisionsRetry: mayHelp(refused.code) ? '重试' : '' });
      return;
    }
    const decisions = decisionsOf(batches.data.items, reserved.data.items, new Date());
    this.setData({ decisions, decisionsKnown: true, decisionsProblem: '' });
  },

  async onCheckInTap() {
    this.setData({ checkingIn: true, checkInProblem: '', gained: '' });
    const answer = await checkIn(this).send((requestId) => cloud.points.checkIn({ requestId }));
    this.setData({ checkingIn: false });
    if (!answer.ok) {
      this.setData({ checkInProblem: refusalText(answer) });
      if (answer.code === 'checked_in_already') await this.readToday();
      return;
    }
    wx.vibrateShort({ type: 'light' });
    const { gained, account } = answer.data;
    const milestone = streakMilestone(account.streakDays);
    this.setData({ gained: `+${gained}`, account: accountCard(account) });
    if (milestone) this.setData({ milestone });
    await this.readToday();
  },
  onRetryTap() {
    this.readAll();
  },
  onDecisionsRetryTap() {
    this.readDecisions();
  },
  onLeavingTap() {
    wx.navigateTo({ url: '/packages/offboarding/pages/my-leaving/my-leaving' });
  },
  onMallTap() {
    wx.navigateTo({ url: '/packages/points/pages/mall/mall' });
  },
  onLedgerTap() {
    wx.navigateTo({ url: '/packages/points/pages/ledger/ledger' });
  },
});
