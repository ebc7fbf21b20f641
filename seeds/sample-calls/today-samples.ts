import { noticeIdOf } from '../../cloudfunctions/today/entry-id';
import type { InputOf } from '../../shared/kernel/contract';
import type { TodayContract } from '../../shared/today/contract';
import { seededFact } from '../today-documents';
import { always, linXiao, personOf, requestId, type SampleCalls } from './sample-call';

const at = '2026-11-21T02:00:00.000Z';

export const todaySamples: SampleCalls['today'] = {
  readToday: always(linXiao, () => ({})),
  listInbox: always(linXiao, () => ({})),
  markRead: always(linXiao, () => ({
    noticeIds: [noticeIdOf(personOf('林晓'), seededFact('YS-0031', 0))],
    requestId: requestId(),
  })),
  markAllRead: always(linXiao, () => ({ until: '2199-01-01T00:00:00.000Z', requestId: requestId() })),
  readNoticeSettings: always(linXiao, () => ({})),
  changeNoticeSettings: always(linXiao, () => ({
    quiet: { from: '21:30', until: '09:00' },
    muted: ['community'],
    requestId: requestId(),
  })),
  recordSubscription: always(linXiao, () => ({ accepted: ['todo', 'outcome'], requestId: requestId() })),
  recordEmployeeRelation: always(linXiao, () => ({ isBound: true, requestId: requestId() })),
  notify: always('system', () => {
    const id = requestId();
    return {
      factId: id,
      personIds: [personOf('林晓'), personOf('陈一诺')],
      kind: 'news',
      title: '年会定在 12 月 18 日',
      line: '在杭州，成都的同事一起来',
      page: '/pages/home/home',
      at,
      requestId: id,
    } satisfies InputOf<TodayContract['notify']>;
  }),
  putTask: always('system', () => {
    const id = requestId();
    return {
      taskId: `sample-${id}`,
      personIds: [personOf('林晓')],
      kind: 'task',
      lane: 'do',
      title: '核对我的信息',
      line: '手机号换过就改一下',
      button: '去看看',
      page: '/packages/people/pages/my-record/my-record',
      dueAt: null,
      closesAt: null,
      at,
      requestId: id,
    } satisfies InputOf<TodayContract['putTask']>;
  }),
  clearTask: always('system', () => {
    const id = requestId();
    return { taskId: `sample-${id}`, personIds: [personOf('林晓')], at, requestId: id };
  }),
};
