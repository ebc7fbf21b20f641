import { signedCall } from '../cloudfunctions/platform/system-call';
import { weChatOf } from '../seeds/sample-calls/sample-call';
import { type ContextName, type Contracts, contracts } from '../shared/contracts';
import type { Answer, CallDefinition, InputOf, OutputOf } from '../shared/kernel/contract';
import { passTime } from './mall';
import { openStage, type Stage } from './stage';
import { toldCompany } from './told-company';

type Main = Parameters<Stage['runTimer']>[0];
type Mains = Partial<Record<ContextName, Main>>;
type DefinitionOf<Context extends ContextName, Call> = Call extends keyof Contracts[Context]
  ? Extract<Contracts[Context][Call], CallDefinition>
  : never;

/** The seeded company with some of its functions, and words for what tests of one of them do again and again. */
export interface ToldStage<Context extends ContextName> {
  stage: Stage;
  /** Calls as the person of this name or the WeChat with this OpenID; as our functions where the call is theirs. */
  ask<Call extends keyof Contracts[Context] & string>(
    name: string,
    call: Call,
    input: InputOf<DefinitionOf<Context, Call>>,
  ): Promise<Answer<OutputOf<DefinitionOf<Context, Call>>>>;
  /** The answer's data; throws when it was refused. */
  tell<Call extends keyof Contracts[Context] & string>(
    name: string,
    call: Call,
    input: InputOf<DefinitionOf<Context, Call>>,
  ): Promise<OutputOf<DefinitionOf<Context, Call>>>;
  documents<Document>(collection: string): Document[];
  /** The titles of what this person was told and has to do, what is done already left out. */
  toldTo(personId: string): string[];
  /** 可用积分 of this person. */
  balanceOf(personId: string): number;
  /** What WeChat's check says of the next text. */
  judged(suggest: 'pass' | 'review' | 'risky'): void;
  /** The clock moves on by two minutes and the function's timer fires. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

export async function openToldStage<Context extends ContextName>(
  context: Context,
  mains: Mains & Record<Context, Main>,
  now: Date,
): Promise<ToldStage<Context>> {
  const stage = await openStage([], mains as Record<string, Main>);
  const { identities, collections } = toldCompany(now);
  await stage.cloud.seed({ identities, collections, files: [] });
  const main: Main = mains[context];
  const documents = <Document>(name: string) => stage.cloud.documents(name) as unknown as Document[];
  const ask: ToldStage<Context>['ask'] = (name, call, input) => {
    const definition = (contracts[context] as Record<string, CallDefinition>)[call];
    const isSystem = definition?.roles.includes('system') ?? false;
    if (isSystem) return stage.call(main, null, signedCall(context, call, input, new Date()));
    return stage.call(main, name.startsWith('o-') ? name : weChatOf(name), { call, input });
  };
  return {
    stage,
    ask,
    async tell(name, call, input) {
      const answer = await ask(name, call, input);
      if (!answer.ok) throw new Error(`${call} was refused: ${JSON.stringify(answer)}`);
      return answer.data;
    },
    documents,
    toldTo: (personId) =>
      documents<{ personId: string; title: string; open: boolean }>('todayEntries').flatMap((told) =>
        told.personId === personId && told.open ? [told.title] : [],
      ),
    balanceOf: (personId) =>
      documents<{ _id: string; balance: number }>('pointAccounts').find(({ _id }) => _id === personId)?.balance ?? 0,
    judged: (suggest) => stage.cloud.openApi.answerNext('security.msgSecCheck', { result: { suggest, label: 100 } }),
    async sweep() {
      passTime(120_000);
      await stage.runTimer(main, 'minute');
    },
    close: () => stage.close(),
  };
}
