import { button, look, make, send, table } from './elements.js';

/** Timers with a button that fires them now. */
export async function timersPanel({ attempt }) {
  const timers = await look('/cloud/timers');
  const result = make('div', { 'aria-live': 'polite' });
  const run = (functionName, timerName) =>
    attempt(async () => {
      result.replaceChildren();
      const answer = await send('/cloud/timers/run', { function: functionName, timer: timerName });
      const text = JSON.stringify(answer.result, null, 2);
      result.replaceChildren(
        make('section', { class: 'card' }, make('b', {}, `${timerName} 已运行`), make('pre', {}, text)),
      );
    });
  const rows = timers.map(({ functionName, timerName, text }) => [
    functionName,
    timerName,
    make('code', {}, text),
    button('立即运行', () => run(functionName, timerName)),
  ]);
  return [result, table(['函数', '定时器', '秒 分 时 日 月 星期 年（上海）', ''], rows, '没有函数声明定时器。')];
}
