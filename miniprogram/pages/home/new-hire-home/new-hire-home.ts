import type { Me } from '../../../../shared/people/model';
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
});
