import { main as community } from '../cloudfunctions/community/index';
import { main as people } from '../cloudfunctions/people/index';
import { main as points } from '../cloudfunctions/points/index';
import type { StoredCare, StoredThanks } from '../cloudfunctions/recognition/documents';
import { main as recognition } from '../cloudfunctions/recognition/index';
import { main as suggestions } from '../cloudfunctions/suggestions/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { weChatOf } from '../seeds/sample-calls/sample-call';
import { passTime } from './mall';
import { openToldStage, type ToldStage } from './told-stage';

const mains = { community, people, points, recognition, suggestions, today, wechat };

/** The seeded company with the functions that thanks and care need, on one stage. */
export interface KindCompany extends ToldStage<'recognition'> {
  cards(): StoredThanks[];
  care(): StoredCare[];
  /** The titles of what this person was told or has to do, what is done already among them. */
  toldTo(personId: string): string[];
  /** A call of one of its neighbours, as the person of this name; its data, whatever it is. */
  tellNeighbour(context: keyof typeof mains, name: string, call: string, input: object): Promise<unknown>;
  /** Some days later the timer of `community` fires. */
  communityAfter(days: number): Promise<void>;
  /** The timer of recognition fires. */
  minute(): Promise<unknown>;
  /** The clock moves on by two minutes and the timers of recognition and points fire. */
  sweep(): Promise<void>;
}

interface Told {
  personId: string;
  title: string;
}

export async function openKindCompany(now: Date): Promise<KindCompany> {
  const told = await openToldStage('recognition', mains, now);
  const { stage, documents } = told;
  return {
    ...told,
    cards: () => documents('thankYouCards'),
    care: () => documents('careCards'),
    toldTo: (personId) =>
      documents<Told>('todayEntries').flatMap((entry) => (entry.personId === personId ? [entry.title] : [])),
    async tellNeighbour(context, name, call, input) {
      const answer = await stage.call(mains[context], weChatOf(name), { call, input });
      if (!answer.ok) throw new Error(`${context}.${call} was refused: ${answer.code}`);
      return answer.data;
    },
    async communityAfter(days) {
      passTime(days * 86_400_000);
      await stage.runTimer(community, 'minute');
    },
    minute: () => stage.runTimer(recognition, 'minute'),
    async sweep() {
      await told.sweep();
      await stage.runTimer(points, 'minute');
    },
  };
}
