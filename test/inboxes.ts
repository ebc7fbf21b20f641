import { signedCall } from '../cloudfunctions/platform/system-call';
import { main } from '../cloudfunctions/today/index';
import type { StoredEntry } from '../cloudfunctions/today/rules/entry';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import type { TodayContract } from '../shared/today/contract';
import { freshRequest } from './mall';
import { openStage, type Stage } from './stage';

type Call = keyof TodayContract;
type Input<Name extends Call> = InputOf<TodayContract[Name]>;

/** The today function on a stage, with words for what its tests do again and again. */
export interface Inboxes {
  stage: Stage;
  /** What the WeChat with this OpenID is answered; throws when it was refused. */
  as<Name extends Call>(openId: string, call: Name, input: Input<Name>): Promise<OutputOf<TodayContract[Name]>>;
  notify(told?: Partial<Input<'notify'>>): Promise<Answer<unknown>>;
  putTask(put?: Partial<Input<'putTask'>>): Promise<Answer<unknown>>;
  clearTask(at?: string, taskId?: string): Promise<Answer<unknown>>;
  unread(openId?: string): Promise<number>;
  /** The tasks on the list of 今天. */
  titles(): Promise<string[]>;
  inbox(): Promise<OutputOf<TodayContract['listInbox']>['items']>;
  stored(): StoredEntry[];
  minute(): Promise<unknown>;
  close(): Promise<void>;
}

let facts = 0;

/** `o-lan` is the WeChat of `p-lan`, `o-ming` that of `p-ming`; what nothing else is said about concerns 岚. */
export async function openInboxes(): Promise<Inboxes> {
  const stage = await openStage();
  for (const name of ['lan', 'ming']) await stage.seat({ _id: `o-${name}`, personId: `p-${name}`, name });
  const as: Inboxes['as'] = async (openId, call, input) => {
    const answer = await stage.call<OutputOf<TodayContract[typeof call]>>(main, openId, { call, input });
    if (!answer.ok) throw new Error(`${call} was refused: ${answer.code}`);
    return answer.data;
  };
  const system = <Name extends Call>(call: Name, input: Input<Name>) =>
    stage.call<unknown>(main, null, signedCall('today', call, input, new Date()));
  return {
    stage,
    as,
    notify(told) {
      facts += 1;
      return system('notify', {
        factId: `fact-${facts}`,
        personIds: ['p-lan'],
        kind: 'points',
        title: '兑换的礼品已发放',
        line: '去看看',
        page: '/packages/points/pages/my-redemptions/my-redemptions',
        at: new Date().toISOString(),
        requestId: freshRequest(),
        ...told,
      });
    },
    putTask: (put) =>
      system('putTask', {
        taskId: 'sign',
        personIds: ['p-lan'],
        kind: 'task',
        lane: 'do',
        title: '签收手册',
        line: null,
        button: '去签',
        page: '/pages/home/home',
        dueAt: null,
        closesAt: null,
        at: new Date().toISOString(),
        requestId: freshRequest(),
        ...put,
      }),
    clearTask: (at = new Date().toISOString(), taskId = 'sign') =>
      system('clearTask', { taskId, personIds: ['p-lan'], at, requestId: freshRequest() }),
    unread: async (openId = 'o-lan') => (await as(openId, 'readToday', {})).unread,
    titles: async () => (await as('o-lan', 'readToday', {})).tasks.map(({ title }) => title),
    inbox: async () => (await as('o-lan', 'listInbox', {})).items,
    stored: () => stage.cloud.documents('todayEntries') as unknown as StoredEntry[],
    minute: () => stage.runTimer(main, 'minute'),
    close: () => stage.close(),
  };
}
