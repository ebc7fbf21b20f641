import { button, field, look, make, send } from './elements.js';

const RATES = {
  conflicts: '事务冲突',
  timeouts: '请求悬挂',
  errors: '503 错误',
  lostAnswers: '写入后断线',
};
const SWITCHES = { doubleTimers: '定时器触发两次', doubleEvents: '事件送达两次' };

/** What goes wrong on purpose. */
export async function faultsPanel({ attempt, redraw }) {
  const faults = await look('/cloud/faults');
  const number = (value, attributes) => make('input', { type: 'number', value, min: 0, ...attributes });
  const rates = Object.keys(RATES).map((name) => [name, number(faults[name], { max: 1, step: 0.01 })]);
  const switches = Object.keys(SWITCHES).map((name) => [
    name,
    make('input', { type: 'checkbox', checked: faults[name] }),
  ]);
  const from = number(faults.latency.from);
  const to = number(faults.latency.to);
  const seed = number(faults.seed);
  const applied = make('output');
  const apply = () =>
    attempt(async () => {
      applied.textContent = '';
      await send('/cloud/faults', wanted());
      applied.textContent = '已生效';
    });
  const stop = () =>
    attempt(async () => {
      await send('/cloud/faults', calm);
      await redraw();
    });
  const wanted = () => ({
    ...Object.fromEntries(rates.map(([name, input]) => [name, Number(input.value)])),
    ...Object.fromEntries(switches.map(([name, input]) => [name, input.checked])),
    latency: { from: Number(from.value), to: Number(to.value) },
    seed: Number(seed.value),
  });
  const calm = {
    ...Object.fromEntries(Object.keys(RATES).map((name) => [name, 0])),
    ...Object.fromEntries(Object.keys(SWITCHES).map((name) => [name, false])),
    latency: { from: 0, to: 0 },
  };
  return [
    make(
      'section',
      { class: 'card' },
      make('p', { class: 'faint' }, '比率 0 到 1，对函数发出的每个请求生效；同样的种子和请求顺序，得到同样的故障。'),
      make('div', { class: 'row' }, ...rates.map(([name, input]) => field(RATES[name], input))),
      make('h3', {}, '延迟与重复'),
      make('div', { class: 'row' }, field('延迟从（毫秒）', from), field('到（毫秒）', to), field('种子', seed)),
      make(
        'div',
        { class: 'row' },
        ...switches.map(([name, input]) => make('label', { class: 'check' }, input, SWITCHES[name])),
      ),
      make('p', { class: 'row' }, button('生效', apply, 'first'), button('全部关闭', stop), applied),
    ),
  ];
}
