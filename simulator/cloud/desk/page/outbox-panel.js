import { button, inShanghai, look, make, send, table } from './elements.js';

/** Everything that was sent to WeChat, the latest first. */
export async function outboxPanel({ attempt, redraw }) {
  const entries = await look('/cloud/outbox');
  const clear = () =>
    attempt(async () => {
      await send('/cloud/outbox/clear');
      await redraw();
    });
  const rows = entries
    .toReversed()
    .map(({ at, api, openId, parameters, errcode, errmsg }) => [
      inShanghai(at),
      api,
      openId,
      make('pre', {}, JSON.stringify(parameters, null, 1)),
      errcode === 0 ? '已发出' : make('span', { class: 'bad' }, `${errcode} ${errmsg}`),
    ]);
  return [
    make('p', { class: 'row' }, button('刷新', redraw), button('清空', clear, 'danger')),
    table(['时间', '接口', '给谁', '内容', '结果'], rows, '还没有发出任何东西。'),
  ];
}
