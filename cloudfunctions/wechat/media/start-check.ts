import * as z from 'zod';
import { instant } from '../../../shared/kernel/day';
import { temporaryUrls } from '../../platform/files';
import { checkMedia } from '../../platform/open-api';
import type { MediaCheck } from '../rules/media-check';
import { sceneNumber, unjudged } from '../rules/text-verdict';
import { mediaChecks, mediaVerdicts } from '../store';
import { tellVerdict } from './tell-verdict';

const Taken = z.object({ traceId: z.string().min(1).max(128) });

/** Asks WeChat, and goes on with the verdict where it was faster than our writing down what we asked. */
export async function startCheck(check: MediaCheck, now: Date): Promise<void> {
  const { _id, personId, fileId, media, scene } = check;
  const address = (await temporaryUrls([fileId])).get(fileId);
  const answer =
    address === undefined
      ? null
      : await checkMedia(personId, address, media === 'recording' ? 1 : 2, sceneNumber[scene]);
  const taken = Taken.safeParse(answer?.said);
  if (!taken.success) {
    await tellVerdict({ _id, state: 'asking' }, unjudged, now);
    return;
  }
  const { traceId } = taken.data;
  const checking = { state: 'checking', traceId, openSince: instant(now) } as const;
  if (!(await mediaChecks.changeOne({ _id, state: 'asking' }, checking))) return;
  const early = await mediaVerdicts.read(traceId);
  if (early) await tellVerdict({ _id, state: 'checking' }, early.verdict, now);
}
