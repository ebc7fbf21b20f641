import { dayOf } from '../../shared/kernel/day';
import type { LeavingDetail } from '../../shared/offboarding/leaving-detail';
import type { SettlementInput, Statement, StatementQuestion } from '../../shared/offboarding/settlement';
import { refuse } from '../../shared/refusal';
import { type Caller, personOf } from '../platform/caller';
import { temporaryUrls } from '../platform/files';
import { ask } from '../platform/outbox';
import { unseal } from '../platform/sealed';
import type { CallContext } from '../platform/serve';
import { current } from './change-separation';
import { type StoredSeparation, sealedPlace } from './documents';
import {
  awaitedReceivers,
  detailView,
  type Opened,
  type Side,
  seesQuestions,
  seesStatement,
  sideOf,
} from './rules/detail';
import { agreedCosts } from './rules/settle-money';
import type { Looker } from './rules/side';
import { statementOf } from './rules/statement';
import { store } from './store';

export function lookerOf(caller: Caller): Looker {
  const { personId, grants } = personOf(caller);
  return { personId, grants, roles: caller.roles, reach: caller.reach };
}

export const actorOf = (caller: Caller) => {
  const { personId, name } = personOf(caller);
  return { personId, name };
};

/** A leaving that the caller is something to; what is not their business is answered as if it were not there. */
export async function findLeaving(
  separationId: string,
  caller: Caller,
  sides: readonly Side[] = ['self', 'hr', 'owner'],
): Promise<StoredSeparation> {
  const separation = await store.separations.read(separationId);
  const side = separation && sideOf(lookerOf(caller), separation);
  return separation && side && sides.includes(side) ? separation : refuse('leaving_not_found');
}

/** The figures of a settlement with what was agreed to be paid for; null while there are none. */
export function figuresOf(separation: StoredSeparation): { input: SettlementInput; statement: Statement } | null {
  const { _id, settlement } = separation;
  if (settlement === null) return null;
  const input = JSON.parse(unseal(settlement.sealed, sealedPlace(_id, 'settlement'))) as SettlementInput;
  return { input, statement: statementOf(input, agreedCosts(separation)) };
}

function questionsOf({ _id, questions }: StoredSeparation): StatementQuestion[] {
  return questions.map(({ questionId, sealed, askedAt, outcome, sealedAnswer, answeredBy }) => {
    const place = sealedPlace(_id, `question.${questionId}`);
    const asked = JSON.parse(unseal(sealed, place)) as Pick<StatementQuestion, 'line' | 'words'>;
    const answer = sealedAnswer === null ? null : unseal(sealedAnswer, sealedPlace(_id, `answer.${questionId}`));
    return { questionId, ...asked, askedAt, outcome, answer, answeredBy };
  });
}

async function picturesOf({ rows }: StoredSeparation): Promise<Map<string, string>> {
  const fileIds = rows.flatMap(({ evidenceFileId }) => evidenceFileId ?? []);
  const urls = await temporaryUrls(fileIds);
  return new Map(
    rows.flatMap(({ rowId, evidenceFileId }) => {
      const url = evidenceFileId === null ? undefined : urls.get(evidenceFileId);
      return url === undefined ? [] : [[rowId, url] as const];
    }),
  );
}

/** Of those who are to take something over, who does not work here any more; nobody where people do not answer. */
async function absentAmong(personIds: string[], now: Date): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const answer = await ask('people', 'readColleagues', { personIds }, now);
  const here = new Set(answer.ok ? answer.data.items.map(({ personId }) => personId) : personIds);
  return new Set(personIds.filter((personId) => !here.has(personId)));
}

/** One leaving as the caller may see it; unseals only what is shown. */
export async function leavingView(
  stored: StoredSeparation,
  { caller, now }: Pick<CallContext, 'caller' | 'now'>,
): Promise<LeavingDetail> {
  const separation = current(stored, now);
  const looker = lookerOf(caller);
  const side = sideOf(looker, separation);
  if (side === null) return refuse('leaving_not_found');
  const { _id, words, note } = separation;
  const opened: Opened = {
    words: side === 'owner' || words === null ? null : unseal(words, sealedPlace(_id, 'words')),
    note: side !== 'hr' || note === null ? null : unseal(note, sealedPlace(_id, 'note')),
    figures: seesStatement(looker, separation) ? figuresOf(separation) : null,
    questions: seesQuestions(looker, separation) ? questionsOf(separation) : [],
    pictures: await picturesOf(separation),
    absent: await absentAmong(awaitedReceivers(separation, { looker, side }), now),
  };
  return detailView(separation, opened, { looker, side, today: dayOf(now) });
}
