import type { Me } from '../../../shared/people/model';
import { keepAnswer, keptAnswer } from '../../cloud/cache';
import { cloud } from '../../cloud/client';
import { currentMe, offMeChange, onMeChange, refreshMe } from '../../cloud/session';
import { selectTab } from '../../custom-tab-bar/select-tab';
import { figure } from '../../wording/figure';
import { initialOf } from '../../wording/initial';
import { placeInWords } from '../../wording/place';

const doors = {
  inbox: '/packages/inbox/pages/inbox/inbox',
  join: '/packages/people/pages/join/join',
  mall: '/packages/points/pages/mall/mall',
  ledger: '/packages/points/pages/ledger/ledger',
  redemptions: '/packages/points/pages/my-redemptions/my-redemptions',
  thanks: '/packages/recognition/pages/thanks-wall/thanks-wall?wall=received',
  care: '/packages/recognition/pages/my-care/my-care',
  boarding: '/packages/onboarding/pages/my-list/my-list',
  papers: '/packages/exit/pages/papers/papers',
  record: '/packages/people/pages/my-record/my-record',
  guide: '/packages/offboarding/pages/guide/guide',
  leaving: '/packages/offboarding/pages/my-leaving/my-leaving',
  clearances: '/packages/offboarding/pages/clearances/clearances',
} as const;

Page({
  data: {
    person: null as (NonNullable<Me['person']> & { initial: string; place: string }) | null,
    employed: false,
    /** Whose own leaving is under way or over, and who settles rows of others'. */
    leaves: false,
    clears: false,
    holdsPoints: false,
    balance: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => {
      this.showMe(me);
      this.readBalance();
    });
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    selectTab(this);
    this.showMe(currentMe());
    this.readBalance();
  },
  async onPullDownRefresh() {
    await Promise.all([refreshMe(), this.readBalance()]);
    wx.stopPullDownRefresh();
  },

  showMe({ person, roles }: Me) {
    this.setData({
      person: person && { ...person, initial: initialOf(person.name), place: placeInWords(person) },
      employed: roles.includes('employee'),
      leaves: roles.includes('leaving') || roles.includes('alumnus'),
      clears: roles.some((role) => ['manager', 'it', 'finance', 'administration'].includes(role)),
      holdsPoints: roles.includes('employee') || roles.includes('alumnus'),
    });
  },
  async readBalance() {
    if (!this.data.holdsPoints) return;
    const kept = keptAnswer<number>('balance');
    if (kept) this.setData({ balance: figure(kept.data) });
    const answer = await cloud.points.readAccount({});
    if (!answer.ok) return;
    keepAnswer('balance', answer.data.balance);
    this.setData({ balance: figure(answer.data.balance) });
  },

  onJoinTap() {
    wx.navigateTo({ url: doors.join });
  },
  onInboxTap() {
    wx.navigateTo({ url: doors.inbox });
  },
  onMallTap() {
    wx.navigateTo({ url: doors.mall });
  },
  onPapersTap() {
    wx.navigateTo({ url: doors.papers });
  },
  onLedgerTap() {
    wx.navigateTo({ url: doors.ledger });
  },
  onRedemptionsTap() {
    wx.navigateTo({ url: doors.redemptions });
  },
  onThanksTap() {
    wx.navigateTo({ url: doors.thanks });
  },
  onCareTap() {
    wx.navigateTo({ url: doors.care });
  },
  onBoardingTap() {
    wx.navigateTo({ url: doors.boarding });
  },
  onLeavingTap() {
    wx.navigateTo({ url: this.data.leaves ? doors.leaving : doors.guide });
  },
  onClearancesTap() {
    wx.navigateTo({ url: doors.clearances });
  },
  onRecordTap() {
    wx.navigateTo({ url: doors.record });
  },
});
