import { main as activities } from '../cloudfunctions/activities/index';
import type { StoredAlumnus, StoredInterview, StoredLeaving, StoredPaper } from '../cloudfunctions/exit/documents';
import { main as exit } from '../cloudfunctions/exit/index';
import type { StoredSeparation } from '../cloudfunctions/offboarding/documents';
import { main as offboarding } from '../cloudfunctions/offboarding/index';
import { main as people } from '../cloudfunctions/people/index';
import { main as points } from '../cloudfunctions/points/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as training } from '../cloudfunctions/training/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { weChatOf } from '../seeds/sample-calls/sample-call';
import type { Identity } from '../shared/people/identity';
import { openToldStage, type ToldStage } from './told-stage';

/** The seeded company with the functions that a farewell needs, on one stage. */
export interface Farewell extends ToldStage<'exit'> {
  interviews(): StoredInterview[];
  leavings(): StoredLeaving[];
  papers(): StoredPaper[];
  alumni(): StoredAlumnus[];
  /** The titles of what this person was told or has to do, what is done already among them. */
  toldTo(personId: string): string[];
  /** The titles of what stands on this person's 今天. */
  tasksOf(personId: string): string[];
  /** The leaving of an employment as offboarding has it. */
  separationOf(employmentId: string): StoredSeparation | undefined;
  /** Gives somebody other rights. */
  regrant(name: string, grants: Identity['grants']): Promise<void>;
}

export async function openFarewell(now: Date): Promise<Farewell> {
  const mains = { activities, exit, offboarding, people, points, today, training, wechat };
  const told = await openToldStage('exit', mains, now);
  const { stage, documents } = told;
  return {
    ...told,
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
  };
}
