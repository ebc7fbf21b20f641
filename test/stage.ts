import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collection } from '../cloudfunctions/platform/db';
import type { Answer, CallRequest } from '../shared/kernel/contract';
import type { Identity } from '../shared/people/identity';
import type { FunctionDeclaration } from '../simulator/cloud/function-declaration';
import { type Cloud, startCloud } from '../simulator/cloud/start-cloud';

/** A deployed function's entry. */
type Main = (event: unknown, context?: { request_id?: string }) => Promise<unknown>;

const functionsRoot = join(__dirname, '../cloudfunctions');

/** What every context declares: its collections and indexes, as they are deployed. */
const declarations = (): FunctionDeclaration[] =>
  readdirSync(functionsRoot)
    .map((context) => join(functionsRoot, context, 'function.json'))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')));

/** A fresh local CloudBase in memory, with every context's collections, for the functions of this process. */
export interface Stage {
  cloud: Cloud;
  /** Calls a function as the WeChat with this OpenID; null is a caller whom WeChat does not vouch for. */
  call<Data>(main: Main, openId: string | null, request: CallRequest & Record<string, unknown>): Promise<Answer<Data>>;
  runTimer(main: Main, timer: string): Promise<unknown>;
  /** Puts a person's identity in place, as joining would leave it; the rest of the record is the test's business. */
  seat(identity: Partial<Identity> & { _id: string; personId: string }): Promise<void>;
  /** How many requests to the database a piece of work made, and how many documents they examined. */
  counted<T>(work: () => Promise<T>): Promise<{ result: T; dbRequests: number; examined: number }>;
  /** Uploads a file as a phone does; its id. */
  upload(openId: string, cloudPath: string, content: Buffer): Promise<string>;
  close(): Promise<void>;
}

/** Keys made for one run; the functions read them from the environment as in production. */
export function freshKeys(): Record<string, string> {
  return {
    TONGLU_SECRET: randomBytes(32).toString('base64url'),
    TONGLU_FIELD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  };
}

const wordOfWeChat = ['WX_OPENID', 'WX_APPID', 'WX_CONTEXT_KEYS', 'TCB_SOURCE', 'TCB_CONTEXT_KEYS'];

function speakAs(openId: string | null): void {
  for (const name of wordOfWeChat) delete process.env[name];
  if (openId === null) return;
  Object.assign(process.env, {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_OPENID: openId,
    WX_APPID: 'wx0000000000000000',
    TCB_CONTEXT_KEYS: 'TCB_SOURCE',
    TCB_SOURCE: 'wx_client',
  });
}

/** Every stage that is open, by the SDK's environment that names it. */
const stages = new Map<string, Stage>();

/** The stage that the functions of this process speak to. */
export function stageInUse(): Stage {
  const stage = stages.get(process.env.TCB_CONTEXT_CNFG ?? '');
  if (!stage) throw new Error('no stage is open');
  return stage;
}

/** `more` declares collections that only this test has; `others` are the functions that can be called by functions. */
export async function openStage(
  more: FunctionDeclaration[] = [],
  others: Readonly<Record<string, Main>> = {},
): Promise<Stage> {
  const invokeHere = async (name: string, event: unknown) => {
    const main = others[name];
    if (!main) throw new Error(`${name} is not on this stage`);
    return main(event);
  };
  const cloud = await startCloud({ declarations: [...declarations(), ...more], invokeHere });
  const weChat = { WECHAT_API_URL: `${cloud.url}/wechat`, WECHAT_APP_ID: 'wx-stage', WECHAT_APP_SECRET: 'stage' };
  Object.assign(process.env, cloud.sdkEnvironment, freshKeys(), weChat);
  const stage: Stage = {
    cloud,
    async call<Data>(main: Main, openId: string | null, request: CallRequest & Record<string, unknown>) {
      speakAs(openId);
      return (await main(request)) as Answer<Data>;
    },
    async runTimer(main, timer) {
      speakAs(null);
      return main({ Type: 'Timer', TriggerName: timer, Time: new Date().toISOString(), Message: '' });
    },
    async seat(identity) {
      const seated: Identity = {
        employmentId: `e-${identity.personId}`,
        name: '周岚',
        employeeNumber: `N${identity.personId}`,
        departmentName: '研发部',
        position: '工程师',
        branchId: 'head-office',
        status: 'active',
        dateOfJoining: '2020-01-01',
        relievingDate: null,
        isManager: false,
        grants: [],
        boundAt: '2020-01-01T00:00:00.000Z',
        ...identity,
      };
      await collection<Identity>('identities').put(seated);
    },
    async counted(work) {
      cloud.requests.clear();
      const result = await work();
      const made = cloud.requests.list().filter((request) => request.action.startsWith('database.'));
      return { result, dbRequests: made.length, examined: made.reduce((sum, request) => sum + request.examined, 0) };
    },
    async upload(openId, cloudPath, content) {
      const url = `${cloud.url}/phone/upload?path=${encodeURIComponent(cloudPath)}`;
      const body = new Uint8Array(content);
      const answer = await fetch(url, { method: 'POST', headers: { 'x-open-id': openId }, body });
      return ((await answer.json()) as { fileID: string }).fileID;
    },
    async close() {
      stages.delete(named);
      await cloud.close();
    },
  };
  const named = process.env.TCB_CONTEXT_CNFG ?? '';
  stages.set(named, stage);
  return stage;
}
