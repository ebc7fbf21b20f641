import type { RunLine } from '../../../../../shared/onboarding/run';
import { dayInWords, todayOf } from '../../../../wording/day';

const healthInWords = { onTrack: '顺利', late: '有逾期', stuck: '卡住了' };

/** A line of the board: who, how far, and whom it waits for. */
export function runRow(line: RunLine) {
  const { _id, name, departmentName, position, startsOn, state, done, total, health, trouble } = line;
  const isOver = state === 'completed' || state === 'cancelled';
  const where = [departmentName, position].filter(Boolean).join(' · ');
  const words = trouble?.words ? `：${trouble.words}` : '';
  return {
    ...{ _id, name, health, where, progress: `${done} / ${total}` },
    percent: total === 0 ? 100 : Math.floor((100 * done) / total),
    meta: `${dayInWords(startsOn, todayOf(new Date()))}入职`,
    healthText: isOver ? (state === 'completed' ? '已完成' : '已取消') : healthInWords[health],
    trouble: trouble && !isOver ? `${trouble.title}（${trouble.ownerName}）${words}` : '',
  };
}
