import * as z from 'zod';
import { instant, minutesAfter } from '../../../shared/kernel/day';
import type { Reaction } from '../../platform/serve';
import { readVerdict } from '../read-verdict';
import { mediaVerdicts } from '../store';
import { tellVerdict } from './tell-verdict';

const MediaEvent = z.object({
  trace_id: z.string().min(1).max(128),
  result: z.unknown(),
  errcode: z.number().default(0),
});

/** Longer than any check waits. */
const keptMinutes = 24 * 60;

/**
 * WeChat's verdict arrives. The trace id is known to WeChat and us alone; an unknown one is kept for the check that may
 * be about to learn it.
 */
export const takeVerdict: Reaction = async (event, now) => {
  const { trace_id: traceId, result } = MediaEvent.parse(event);
  const verdict = readVerdict(result);
  await mediaVerdicts.insert({ _id: traceId, verdict, at: instant(now), purgeAt: minutesAfter(now, keptMinutes) });
  await tellVerdict({ traceId, state: 'checking' }, verdict, now);
};
