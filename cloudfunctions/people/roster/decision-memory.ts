import { instant } from '../../../shared/kernel/day';
import type { Decision, RosterQuestion } from '../../../shared/people/roster';
import { is } from '../../platform/db';
import { keyed } from '../../platform/secret';
import type { RosterDecisionDocument, RosterRowDocument } from '../documents';
import { store } from '../store';
import { askInChunks, chunksOf } from './chunks';

const atOnce = 500;

const sorted = (reading: RosterQuestion['first']) =>
  Object.entries(reading)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The same contradiction of the same employee always has the same name, which tells nothing about either. */
export function contradictionId(employeeNumber: string, question: Omit<RosterQuestion, 'decision'>): string {
  const { kind, first, second } = question;
  return keyed('blindIndex', JSON.stringify(['rosterDecision', employeeNumber, kind, sorted(first), sorted(second)]));
}

/** What HR decided earlier about these contradictions. */
export async function rememberedDecisions(ids: Iterable<string>): Promise<Map<string, Decision>> {
  const found = await askInChunks(ids, atOnce, (chunk) =>
    store.rosterDecisions.list({ where: { _id: is.among(chunk) }, limit: atOnce }),
  );
  return new Map(found.map(({ _id, decision }) => [_id, decision]));
}

/** Keeps the decisions of these rows. Undoing the batch forgets them, so that a wrong one can be made anew. */
export async function rememberDecisions(rows: readonly RosterRowDocument[], batchId: string, now: Date): Promise<void> {
  const made = new Map<string, RosterDecisionDocument>();
  for (const { reading, questions } of rows) {
    for (const { decision, ...question } of questions) {
      if (decision === null || reading.employeeNumber === undefined) continue;
      const _id = contradictionId(reading.employeeNumber, question);
      made.set(_id, { _id, decision, batchId, decidedAt: instant(now) });
    }
  }
  const known = await rememberedDecisions(made.keys());
  const fresh = [...made.values()].filter(({ _id, decision }) => known.get(_id) !== decision);
  const replaced = fresh.filter(({ _id }) => known.has(_id)).map(({ _id }) => _id);
  for (const ids of chunksOf(replaced, atOnce)) await store.rosterDecisions.removeAll({ _id: is.among(ids) });
  for (const documents of chunksOf(fresh, 200)) await store.rosterDecisions.insertMany(documents);
}

export async function forgetDecisions(batchId: string): Promise<void> {
  await store.rosterDecisions.removeAll({ batchId });
}
