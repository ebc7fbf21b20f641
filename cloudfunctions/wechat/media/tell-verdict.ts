import { addDays, dayOf, instant } from '../../../shared/kernel/day';
import type { Verdict } from '../../../shared/wechat/model';
import { by } from '../../platform/db';
import { deliver } from '../../platform/outbox';
import { type MediaCheck, mediaChecked } from '../rules/media-check';
import { mediaChecks } from '../store';

const keptDays = 30;

/** Writes a verdict onto the check that the condition names, and tells the asker. Nothing happens when none is left. */
export async function tellVerdict(
  which: { _id: string; state: MediaCheck['state'] } | { traceId: string; state: MediaCheck['state'] },
  verdict: Verdict,
  now: Date,
): Promise<boolean> {
  const at = instant(now);
  const judgement = { state: 'judged', verdict: by.exactly(verdict), judgedAt: at, openSince: at };
  const judged = await mediaChecks.changeOne(which, judgement);
  if (judged) await tellAsker(judged, now);
  return judged !== null;
}

/** At least once: what the asker did not confirm stays open, and the sweep tells it again. */
export async function tellAsker(check: MediaCheck, now: Date): Promise<void> {
  const fact = mediaChecked(check);
  const input = { fact, requestId: `media-check-${check._id.replace(/[^A-Za-z0-9-]/g, '-')}`.slice(0, 64) };
  if (!(await deliver({ to: check.asker, call: 'takeMediaVerdict', input }, now))) return;
  const purgeAt = `${addDays(dayOf(now), keptDays)}T00:00:00.000Z`;
  await mediaChecks.changeOne({ _id: check._id, state: 'judged' }, { state: 'told', openSince: null, purgeAt });
}
