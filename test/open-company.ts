import { join } from 'node:path';
import { main as activities } from '../cloudfunctions/activities/index';
import { main as classroom } from '../cloudfunctions/classroom/index';
import { main as community } from '../cloudfunctions/community/index';
import { main as exit } from '../cloudfunctions/exit/index';
import { main as games } from '../cloudfunctions/games/index';
import { main as offboarding } from '../cloudfunctions/offboarding/index';
import { main as onboarding } from '../cloudfunctions/onboarding/index';
import { main as people } from '../cloudfunctions/people/index';
import { signedCall } from '../cloudfunctions/platform/system-call';
import { main as points } from '../cloudfunctions/points/index';
import { main as recognition } from '../cloudfunctions/recognition/index';
import { main as sale } from '../cloudfunctions/sale/index';
import { main as suggestions } from '../cloudfunctions/suggestions/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as training } from '../cloudfunctions/training/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import type { Ask, SampleCall } from '../seeds/sample-calls/sample-call';
import { sampleCalls } from '../seeds/sample-calls/sample-calls';
import { type ContextName, contracts } from '../shared/contracts';
import type { Answer, CallDefinition, InputOf, OutputOf } from '../shared/kernel/contract';
import { stopClock } from './mall';
import { root } from './source-tree';
import { openStage, type Stage } from './stage';
import { toldCompany } from './told-company';

const mains = {
  activities,
  classroom,
  community,
  exit,
  games,
  offboarding,
  onboarding,
  people,
  points,
  recognition,
  sale,
  suggestions,
  today,
  training,
  wechat,
};

/** The seeded company with its functions in this process. */
export interface Company {
  stage: Stage;
  ask: Ask;
  /** Sends whatever an attacker would send. */
  send(as: string | null, context: ContextName, event: object): Promise<Answer<unknown>>;
  /** A request as our own functions sign it. */
  signed(context: ContextName, call: string, input: unknown): object;
  /** Every document there is, one line each: equal before and after is "nothing was written", a difference is short. */
  contents(): string[];
  close(): Promise<void>;
}

/** Every call of every context with its sample. */
export const everyCall = (Object.keys(contracts) as ContextName[]).flatMap((context) => {
  const samples: Record<string, SampleCall> = sampleCalls[context];
  return Object.entries<CallDefinition>(contracts[context]).flatMap(([call, definition]) => {
    const sample = samples[call];
    return sample ? [{ name: `${context}.${call}`, context, call, definition, sample }] : [];
  });
});

/** One moment for all companies of a file of tests, which lasts: a card to sign is gone at midnight. */
const openedAt = new Date();

async function plantSeed({ cloud }: Stage): Promise<void> {
  const { identities, collections, files } = toldCompany(openedAt);
  await cloud.seed({
    identities,
    collections,
    files: files.map(({ cloudPath, source }) => ({ cloudPath, source: join(root, 'seeds/pictures', source) })),
  });
}

export async function openCompany(): Promise<Company> {
  stopClock(openedAt.toISOString());
  // A function that asks another finds it here, as in the cloud.
  const stage = await openStage([], mains);
  await plantSeed(stage);
  const send: Company['send'] = (as, context, event) => stage.call(mains[context], as, event as never);
  const ask: Ask = {
    async call<D extends CallDefinition>(as: string, context: ContextName, call: string, input: InputOf<D>) {
      const request = as === 'system' ? signedCall(context, call, input, new Date()) : { call, input };
      const answer = await send(as === 'system' ? null : as, context, request);
      if (!answer.ok) throw new Error(`${context}.${call} said ${JSON.stringify(answer)}`);
      return answer.data as OutputOf<D>;
    },
    upload: stage.upload,
  };
  return {
    stage,
    signed: (context, call, input) => signedCall(context, call, input, new Date()),
    ask,
    send,
    contents: () =>
      stage.cloud
        .collections()
        .flatMap((name) => stage.cloud.documents(name).map((document) => `${name} ${JSON.stringify(document)}`)),
    close: () => stage.close(),
  };
}
