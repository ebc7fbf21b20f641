import type { InputOf } from '../../shared/kernel/contract';
import type { WechatContract } from '../../shared/wechat/contract';
import { always, personOf, requestId, type SampleCalls } from './sample-call';

export const wechatSamples: SampleCalls['wechat'] = {
  checkText: always('system', () => ({ personId: personOf('林晓'), scene: 'forum', text: '番茄又红了一棚' })),
  checkMedia: always('system', () => {
    const id = requestId();
    return {
      personId: personOf('林晓'),
      asker: 'community',
      subjectId: `sample-${id}`,
      fileId: 'cloud://local-simulator.files/gifts/seed-gift-mug.png',
      media: 'picture',
      scene: 'forum',
      requestId: id,
    } satisfies InputOf<WechatContract['checkMedia']>;
  }),
  sendReminder: always('system', () => {
    const id = requestId();
    return {
      personId: personOf('林晓'),
      factId: id,
      template: 'todo',
      subject: '核对我的信息',
      line: '手机号换过就改一下',
      at: '2026-11-21T02:00:00.000Z',
      page: '/packages/people/pages/my-record/my-record',
      requestId: id,
    } satisfies InputOf<WechatContract['sendReminder']>;
  }),
  grantMessages: always('system', () => ({
    personId: personOf('林晓'),
    accepted: ['todo'],
    requestId: requestId(),
  })),
  recordEmployeeRelation: always('system', () => ({
    personId: personOf('林晓'),
    isBound: true,
    requestId: requestId(),
  })),
  readAllowance: always('system', () => ({ personId: personOf('林晓') })),
};
