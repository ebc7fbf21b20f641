import { main as activities } from '../cloudfunctions/activities/index';
import type { StoredAlumnus, StoredInterview, StoredLeaving, StoredPaper } from '../cloudfunctions/exit/documents';
import { main as exit } from '../cloudfunctions/exit/index';
import type { StoredSeparation } from '../cloudfunctions/offboarding/documents';
import { main as offboarding } from '../cloudfunctions/offboarding/index';
import { main as people } from '../cloudfunctions/people/index';
import { signedCall } from '../cloudfunctions/platform/system-call';
import { main as points } from '../cloudfunctions/points/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as training } from '../cloudfunctions/training/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { weChatOf } from '../seeds/sample-calls/sample-call';
import type { ExitContract } from '../shared/exit/contract';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import type { Identity } from '../shared/people/identity';
import { passTime } from './mall';
import { openStage, type Stage } from './stage';
import { toldCompany } from './told-company';

type Call = keyof ExitContract;

/** The seeded company with the functions that a farewell needs, on one stage. */
export interface Farewell {
  stage: Stage;
  /** Calls as the person of this name. */
  ask<Name extends Call>(
    name: string,
    call: Name,
    input: InputOf<ExitContract[Name]>,
  ): Promise<Answer<OutputOf<ExitContract[Name]>>>;
  /** The answer's data; throws when it was refused. */
  tell<Name extends Call>(
    name: string,
    call: Name,
    input: InputOf<ExitContract[Name]>,
  ): Promise<OutputOf<ExitContract[Name]>>;
  /** As offboarding says it. */
  report<Name extends Call>(call: Name, input: InputOf<ExitContract[Name]>): Promise<Answer<unknown>>;
  interviews(): StoredInterview[];
  leavings(): StoredLeaving[];
  papers(): StoredPaper[];
  alumni(): StoredAlumnus[];
  /** The titles of what this person was told or has to do. */
  toldTo(personId: string): string[];
  /** The titles of what stands on this person's 今天. */
  tasksOf(personId: string): string[];
  /** The leaving of an employment as offboarding has it. */
  separationOf(employmentId: string): StoredSeparation | undefined;
  /** Gives somebody other rights. */
  regrant(name: string, grants: Identity['grants']): Promise<void>;
  /** The clock moves on by two minutes and the timer fires. */
  sweep(): Promise<unknown>;
  close(): Promise<void>;
}

export async function openFarewell(now: Date): Promise<Farewell> {
  const stage = await openStage([], { activities, exit, offboarding, people, points, today, training, wechat });
  const { identities, collections } = toldCompany(now);
  await stage.cloud.seed({ identities, collections, files: [] });
  const ask: Farewell['ask'] = (name, call, input) => stage.call(exit, weChatOf(name), { call, input });
  const documents = <Document>(name: string) => stage.cloud.documents(name) as unknown as Document[];
  return {
    stage,
    ask,
    async tell(name, call, input) {
      const answer = await ask(name, call, input);
      if (!answer.ok) throw new Error(`${call} was refused: ${JSON.stringify(answer)}`);
      return answer.data;
    },
    report: (call, input) => stage.call(exit, null, signedCall('exit', call, input, new Date())),
    interviews: () => documents('exitInterviews'),
    leavings: () => documents('exitLeavings'),
    papers: () => documents('exitPapers'),
    alumni: () => documents('exitAlumni'),
    toldTo: (personId) =>
      documents<{ personId: string; title: string }>('todayEntries').flatMap((entry) =>
        entry.personId === personId ? [entry.title] : [],
      ),
    tasksOf: (personId) =>
      documents<{ personId: string; type: string; title: string; open: boolean }>('todayEntries').flatMap((entry) =>
        entry.personId === personId && entry.type === 'task' && entry.open ? [entry.title] : [],
      ),
    separationOf: (employmentId) =>
      documents<StoredSeparation>('separations').find((separation) => separation.employmentId === employmentId),
    async regrant(name, grants) {
      const identity = documents<Identity>('identities').find(({ _id }) => _id === weChatOf(name));
      if (!identity) throw new Error(`nobody is called ${name}`);
      await stage.seat({ ...identity, grants });
    },
    sweep() {
      passTime(120_000);
      return stage.runTimer(exit, 'minute');
    },
    close: () => stage.close(),
  };
}
