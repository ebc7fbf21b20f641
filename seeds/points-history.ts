import type { Account, Movement } from '../cloudfunctions/points/rules/account';
import { countedWith, earningMovement, limitReached } from '../cloudfunctions/points/rules/earning';
import { type HeldBack, heldBackFact } from '../cloudfunctions/points/rules/held-back';
import { tableOf, termsOn } from '../cloudfunctions/points/rules/rule-table';
import { dayOf, instant } from '../shared/kernel/day';
import type { FactRuleKey } from '../shared/points/rules';

/** Something that a person does again and again, and that earns. */
interface Habit {
  rule: FactRuleKey;
  about: string;
  everyDays: number;
  timesADay: number;
  hour: number;
}

const historyDays = 89;
const dayMillis = 86_400_000;

const news = (everyDays: number, timesADay: number): Habit => {
  return { rule: 'newsRead', about: '公司周报', everyDays, timesADay, hour: 10 };
};
const once = (rule: FactRuleKey, about: string, everyDays: number): Habit => {
  return { rule, about, everyDays, timesADay: 1, hour: 16 };
};

/**
 * The last ninety days of 云杉科技: most read the news now and then, some teach and some answer. 马会敏 reads everything
 * and reaches the rule's limit again and again, which is worth a look and nothing more.
 */
const habits: Readonly<Record<string, readonly Habit[]>> = {
  'YS-0003': [news(4, 1), once('activityAttended', '秋季徒步', 40)],
  'YS-0008': [once('answerAccepted', '温室网关怎么校时', 9), once('trainingPassed', '信息安全入门', 60)],
  'YS-0011': [news(2, 5), once('activityAttended', '读书会', 14)],
  'YS-0015': [news(3, 2), once('suggestionAdopted', '会议室预约加提醒', 45)],
  'YS-0019': [once('answerAccepted', '报销单怎么填', 16)],
  'YS-0022': [news(5, 1), once('trainingPassed', '税务新规', 30)],
  'YS-0036': [
    news(2, 2),
    once('suggestionAdopted', '大棚里的一天拍成短片', 35),
    once('activityAttended', '读书会', 14),
  ],
  'YS-0047': [news(3, 1), once('activityAttended', '成都公司健步走', 20)],
  'YS-0052': [news(2, 1), once('trainingPassed', '新人训练营', 12)],
};

/** What somebody earned in the last ninety days, and what limits held back, decided by the rules themselves. */
export interface History {
  movements: Movement[];
  heldBack: HeldBack[];
  earned: Account['earned'];
}

/** A person's history up to yesterday, from the day after they joined. */
export function historyOf(employeeNumber: string, account: Account, joinedDaysAgo: number, now: Date): History {
  const history: History = { movements: [], heldBack: [], earned: account.earned };
  for (let daysAgo = Math.min(historyDays, joinedDaysAgo - 1); daysAgo > 0; daysAgo -= 1) {
    for (const habit of habits[employeeNumber] ?? []) {
      if (daysAgo % habit.everyDays !== 1 % habit.everyDays) continue;
      for (let time = 0; time < habit.timesADay; time += 1) live(history, account, habit, daysAgo, time, now);
    }
  }
  return history;
}

function live(history: History, account: Account, habit: Habit, daysAgo: number, time: number, now: Date): void {
  const { rule, about, hour } = habit;
  const day = dayOf(new Date(now.getTime() - daysAgo * dayMillis));
  const moment = new Date(Date.parse(`${day}T00:00:00.000+08:00`) + hour * 3_600_000 + time * 300_000);
  const fact = { factId: `seed-${rule}-${day}-${time}`, rule, personId: account._id, about, at: instant(moment) };
  const terms = termsOn(tableOf([]), rule, day);
  const counted = { ...account, earned: history.earned };
  const why = limitReached(counted, terms.rule, fact.at);
  if (why) {
    history.heldBack.push(heldBackFact(fact, terms.rule.version, why, moment));
    return;
  }
  history.movements.push(earningMovement(fact, terms, fact.at, moment));
  history.earned = countedWith(counted, terms.rule, fact.at);
}
