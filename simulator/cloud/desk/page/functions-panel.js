import { button, inShanghai, look, make, table } from './elements.js';

const LATEST = 50;

/** Functions, their latest runs with timings, and what they printed. */
export async function functionsPanel({ redraw }) {
  const [functions, invocations, logs] = await Promise.all([
    look('/cloud/functions'),
    look('/cloud/invocations'),
    look('/cloud/logs'),
  ]);
  const rows = functions.map(({ name, warm, memoryMb, timeoutSeconds }) => {
    const own = invocations.filter(({ functionName }) => functionName === name);
    const times = own.map(({ millis }) => millis).sort((left, right) => left - right);
    const median = times[Math.floor(times.length / 2)];
    const failed = own.filter(({ code }) => code !== undefined).length;
    return [name, warm, memoryMb, timeoutSeconds, own.length, failed, median === undefined ? '' : median.toFixed(1)];
  });
  const runs = invocations.slice(-LATEST).reverse();
  const printed = make('pre', { id: 'logs', tabindex: 0 }, ...logs.slice(-LATEST * 4).map(describeLine));
  // The latest line is the last: it is what one comes for.
  requestAnimationFrame(() => printed.scrollTo(0, printed.scrollHeight));
  return [
    make('p', {}, button('刷新', redraw)),
    table(['函数', '实例', '内存 MB', '时限 秒', '最近调用', '失败', '中位 毫秒'], rows, '这个项目没有云函数。'),
    make('h3', {}, '最近的调用'),
    table(['时间', '函数', '来源', '谁', '耗时 毫秒', '启动', '结果'], runs.map(describeRun), '还没有调用。'),
    make('h3', {}, '日志'),
    logs.length === 0 ? make('p', { class: 'empty' }, '还没有输出。') : make('section', { class: 'card' }, printed),
  ];
}

function describeRun({ functionName, at, source, openId, millis, cold, code }) {
  const ending = code === undefined ? '成功' : make('span', { class: 'bad' }, code);
  return [inShanghai(at), functionName, source, openId, Number(millis.toFixed(1)), cold ? '冷' : '热', ending];
}

function describeLine({ functionName, stream, text }) {
  return make('div', stream === 'stderr' ? { class: 'bad' } : {}, `${functionName}  ${text}`);
}
