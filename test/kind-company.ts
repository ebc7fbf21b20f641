import { main as people } from '../cloudfunctions/people/index';
import { signedCall } from '../cloudfunctions/platform/system-call';
import { main as points } from '../cloudfunctions/points/index';
import type { StoredCare, StoredThanks } from '../cloudfunctions/recognition/documents';
import { main as recognition } from '../cloudfunctions/recognition/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { weChatOf } from '../seeds/sample-calls/sample-call';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import type { RecognitionContract } from '../shared/recognition/contract';
import { passTime } from './mall';
import { openStage, type Stage } from './stage';
import { toldCompany } from './told-company';

type Call = keyof RecognitionContract;
const mains = { people, points, recognition, today, wechat };

/** The seeded company with the functions that thanks and care need, on one stage. */
export interface KindCompany {
  stage: Stage;
  /** Calls as the person of this name. */
  ask<Name extends Call>(
    name: string,
    call: Name,
    input: InputOf<RecognitionContract[Name]>,
  ): Promise<Answer<OutputOf<RecognitionContract[Name]>>>;
  /** The answer's data; throws when it was refused. */
  tell<Name extends Call>(
    name: string,
    call: Name,
    input: InputOf<RecognitionContract[Name]>,
  ): Promise<OutputOf<RecognitionContract[Name]>>;
  /** As one of our own functions. */
  report(input: InputOf<RecognitionContract['recordMilestone']>): Promise<Answer<unknown>>;
  cards(): StoredThanks[];
  care(): StoredCare[];
  /** The titles of what this person was told. */
  toldTo(personId: string): string[];
  /** 可用积分 of this person. */
  balanceOf(personId: string): number;
  /** The timer of recognition fires. */
  minute(): Promise<unknown>;
  /** The clock moves on by two minutes and the timers of recognition and points fire. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

interface Told {
  personId: string;
  title: string;
}

export async function openKindCompany(now: Date): Promise<KindCompany> {
  const stage = await openStage([], mains);
  const { identities, collections } = toldCompany(now);
  await stage.cloud.seed({ identities, collections, files: [] });
  // WeChat judges texts of people whose phone was active lately; the stage has no phones.
  const ask: KindCompany['ask'] = (name, call, input) => stage.call(recognition, weChatOf(name), { call, input });
  const documents = <Document>(name: string) => stage.cloud.documents(name) as unknown as Document[];
  return {
    stage,
    ask,
    async tell(name, call, input) {
      const answer = await ask(name, call, input);
      if (!answer.ok) throw new Error(`${call} was refused: ${JSON.stringify(answer)}`);
      return answer.data;
    },
    report: (input) => stage.call(recognition, null, signedCall('recognition', 'recordMilestone', input, new Date())),
    cards: () => documents('thankYouCards'),
    care: () => documents('careCards'),
    toldTo: (personId) =>
      documents<Told>('todayEntries').flatMap((told) => (told.personId === personId ? [told.title] : [])),
    balanceOf: (personId) =>
      documents<{ _id: string; balance: number }>('pointAccounts').find(({ _id }) => _id === personId)?.balance ?? 0,
    minute: () => stage.runTimer(recognition, 'minute'),
    async sweep() {
      passTime(120_000);
      await stage.runTimer(recognition, 'minute');
      await stage.runTimer(points, 'minute');
    },
    close: () => stage.close(),
  };
}
