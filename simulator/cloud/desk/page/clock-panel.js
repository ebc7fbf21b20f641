import { button, field, inShanghai, look, make, send } from './elements.js';

const HOUR_MS = 60 * 60 * 1000;

/** The time that functions, timers and the database see. */
export async function clockPanel({ attempt, redraw }) {
  const { now, shiftMs } = await look('/cloud/clock');
  const moment = make('input', { type: 'datetime-local', step: 1, value: forInput(now) });
  const move = (body) => () =>
    attempt(async () => {
      await send('/cloud/clock', body());
      await redraw();
    });
  const set = move(() => ({ to: `${moment.value.length === 16 ? `${moment.value}:00` : moment.value}+08:00` }));
  return [
    make(
      'section',
      { class: 'card' },
      make('p', {}, `云端现在是 ${inShanghai(now)}（上海），${describeShift(shiftMs)}。`),
      make('p', { class: 'faint' }, '拨动时钟会触发期间到点的定时器，每个一次。数据库事务和文件链接仍按真实时间。'),
      make(
        'div',
        { class: 'row' },
        button(
          '跳到明天 9:00',
          move(() => ({ jump: 'tomorrow' })),
          'first',
        ),
        button(
          '跳到第 30 天 9:00',
          move(() => ({ jump: 'thirtiethDay' })),
        ),
        button(
          '快进 1 小时',
          move(() => ({ advanceMs: HOUR_MS })),
        ),
        button(
          '回到真实时间',
          move(() => ({ real: true })),
        ),
      ),
    ),
    make('section', { class: 'card row' }, field('拨到（上海时间）', moment), button('拨到这个时间', set)),
  ];
}

function forInput(instant) {
  return new Date(new Date(instant).getTime() + 8 * HOUR_MS).toISOString().slice(0, 19);
}

function describeShift(shiftMs) {
  if (shiftMs === 0) return '与真实时间一致';
  const hours = Math.abs(shiftMs) / HOUR_MS;
  const amount = hours >= 48 ? `${(hours / 24).toFixed(1)} 天` : `${hours.toFixed(1)} 小时`;
  return `比真实时间${shiftMs > 0 ? '快' : '慢'} ${amount}`;
}
