import { instant, minutesAfter } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { Job } from '../../platform/serve';
import { startCheck } from '../media/start-check';
import { tellAsker, tellVerdict } from '../media/tell-verdict';
import { type MediaCheck, verdictPatienceMinutes } from '../rules/media-check';
import { unjudged } from '../rules/text-verdict';
import { mediaChecks, mediaVerdicts } from '../store';
import { endRelations } from './end-relations';

/** Older than any living call of this function. */
const leftBehindMinutes = 1;
const checksAtOnce = 50;

async function bringOn(check: MediaCheck, now: Date): Promise<void> {
  const { _id, state, askedAt, traceId } = check;
  if (state === 'asking') return startCheck(check, now);
  if (state === 'judged') return tellAsker(check, now);
  const early = traceId === null ? null : await mediaVerdicts.read(traceId);
  const isLate = askedAt <= minutesAfter(now, -verdictPatienceMinutes);
  if (early) await tellVerdict({ _id, state: 'checking' }, early.verdict, now);
  else if (isLate) await tellVerdict({ _id, state: 'checking' }, unjudged, now);
  // Still waiting for WeChat: to the end of the line, so that others are looked at too.
  else await mediaChecks.changeOne({ _id, state: 'checking' }, { openSince: instant(now) });
}

/**
 * Every minute: asks again what was never asked, tells again what was never told, gives up on what WeChat forgot,
 * ends the relations of who left.
 */
export const minute: Job = async (now) => {
  const cutoff = minutesAfter(now, -leftBehindMinutes);
  const open = await mediaChecks.list({
    where: { openSince: is.between('', cutoff) },
    sortedBy: 'openSince',
    limit: checksAtOnce,
  });
  await oneByOne(open, (check) => bringOn(check, now));
  const { looked } = await endRelations(now);
  const purgedChecks = await mediaChecks.removeAll({ purgeAt: is.between('', instant(now)) });
  const purgedVerdicts = await mediaVerdicts.removeAll({ purgeAt: is.between('', instant(now)) });
  return { open: open.length, looked, purgedChecks, purgedVerdicts };
};
