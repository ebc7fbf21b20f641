import { isDeepStrictEqual } from 'node:util';
import { dayOf, instant } from '../../shared/kernel/day';
import { refuse } from '../../shared/refusal';
import { by } from '../platform/db';
import type { StoredSeparation } from './documents';
import { reach } from './reach';
import { turned } from './rules/calendar';
import { certificateIssued } from './rules/clear';
import type { Act } from './rules/decide';
import { store } from './store';

/** How often others may be faster. */
const tries = 6;
/** How many requests a leaving remembers: more than could be repeated by anybody's impatience. */
const requestsKept = 40;

/** A change of one leaving by one request. */
export interface SeparationChange {
  requestId: string;
  /** What the request does, to tell its repeat from its misuse. */
  what: string;
  actor: { personId: string; name: string };
  /** Refuses, or says how the leaving is afterwards. */
  decide(separation: StoredSeparation, act: Act): StoredSeparation;
}

/** Never the same moment twice, so that what was said later is younger. */
const nextMoment = ({ changedAt }: StoredSeparation, now: Date) =>
  instant(new Date(Math.max(now.getTime(), Date.parse(changedAt) + 1)));

/** Objects and lists replace what is there; they are not laid over it. */
const written = (value: unknown) => (typeof value === 'object' && value !== null ? by.exactly(value) : value);

/** Writes what differs, if nobody else changed the leaving since it was read; the leaving as it is stored now. */
async function save(before: StoredSeparation, after: StoredSeparation, now: Date): Promise<StoredSeparation | null> {
  const kept = new Set(['_id', 'version', 'done', 'tasks']);
  const different = Object.entries(after).filter(
    ([name, value]) => !kept.has(name) && !isDeepStrictEqual(value, before[name as keyof StoredSeparation]),
  );
  const changes = Object.fromEntries(different.map(([name, value]) => [name, written(value)]));
  return store.separations.changeOne(
    { _id: before._id, version: before.version },
    { ...changes, version: by.adding(1), pendingSince: instant(now) },
  );
}

/** Tells whoever has to know, and settles the certificate's row once the certificate is there. */
export async function carryOut(separation: StoredSeparation, now: Date): Promise<void> {
  const { isIssued } = await reach(separation, now);
  if (!isIssued) return;
  const current = await store.separations.read(separation._id);
  if (!current) return;
  const at = nextMoment(current, now);
  const saved = await save(current, { ...turned(certificateIssued(current, at), dayOf(now), at), changedAt: at }, now);
  if (saved) await reach(saved, now);
}

/** What a leaving is by the calendar of today, before anybody decides anything. */
export function current(separation: StoredSeparation, now: Date): StoredSeparation {
  return turned(separation, dayOf(now), nextMoment(separation, now));
}

/**
 * Carries out one step: one conditional change, then what follows from it. What was carried out is not carried out
 * again; of two at once the later decides on what the first one wrote.
 */
export async function changeSeparation(
  find: () => Promise<StoredSeparation>,
  { requestId, what, actor, decide }: SeparationChange,
  now: Date,
): Promise<StoredSeparation> {
  const today = dayOf(now);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const before = await find();
    const known = before.requests.find(({ id }) => id === requestId);
    if (known) return known.what === what ? before : refuse('request_id_reused');
    const at = nextMoment(before, now);
    const decided = decide(turned(before, today, at), { ...actor, at, today });
    const requests = [...before.requests, { id: requestId, what }].slice(-requestsKept);
    const saved = await save(before, { ...turned(decided, today, at), changedAt: at, requests }, now);
    if (!saved) continue;
    await carryOut(saved, now);
    return (await store.separations.read(saved._id)) ?? saved;
  }
  throw new Error('one leaving was changed six times while this change was being made');
}

/** What the calendar brings about, written down and carried out. */
export async function turnSeparation(before: StoredSeparation, now: Date): Promise<void> {
  const at = nextMoment(before, now);
  const saved = await save(before, { ...turned(before, dayOf(now), at), changedAt: at }, now);
  if (saved) await carryOut(saved, now);
}
