import type { Me } from '../../../../shared/people/model';
import { cloud } from '../../../cloud/client';
import { dayInWords, daysUntil, weekdayInWords } from '../../../wording/day';

type Person = NonNullable<Me['person']>;

/** The days until the first one, and what will then be possible. */
Component({
  properties: {
    person: { type: Object, value: {} as Person },
    today: { type: String, value: '' },
  },
  data: {
    days: 0,
    joiningDay: '',
    preparation: '第一天的地图、要交的材料、伙伴的问候',
    isAsked: false,
    promises: ['「首页」会变成「今天」，不用重新加入', '可以签到，积分从那天开始算', '积分商城开放，攒够就能兑换礼品'],
  },
  observers: {
    'person, today'(person: Person, today: string) {
      const day = person.dateOfJoining;
      if (!day || !today) return;
      this.setData({
        days: Math.max(0, daysUntil(today, day)),
        joiningDay: `${dayInWords(day, today)} ${weekdayInWords(day)}`,
      });
    },
  },
  pageLifetimes: {
    show() {
      if (this.data.isAsked) this.readPreparation();
    },
  },
  lifetimes: {
    attached() {
      this.readPreparation();
    },
  },
  methods: {
    /** An addition to the page: without it the countdown is still right. */
    async readPreparation() {
      const answer = await cloud.onboarding.listMyActivities({});
      this.setData({ isAsked: true });
      if (!answer.ok || answer.data.items.length === 0) return;
      this.setData({ preparation: `有 ${answer.data.items.length} 件事等你做，第一天的地图和伙伴的问候也在这里` });
    },
    onMineTap() {
      wx.navigateTo({ url: '/packages/onboarding/pages/my-onboarding/my-onboarding' });
    },
  },
});
