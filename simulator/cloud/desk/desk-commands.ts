import { morningAfter, parseMoment } from '../clock/moments';
import { CloudError } from '../cloud-error';
import type { Document } from '../database/document';
import { isDocument } from '../database/document';
import type { DeskParts } from '../desk-endpoint';
import { type FaultSettings, NO_FAULTS } from '../faults/faults';
import { answerQuestion } from './desk-views';

/** Something set off from outside; what is returned is answered as JSON. */
export type DeskCommand = (parts: DeskParts, body: Document) => unknown;

const DAYS = { tomorrow: 1, thirtiethDay: 30 };

/** Everything that `POST /cloud/…` sets off. */
export const DESK_COMMANDS: Readonly<Record<string, DeskCommand>> = {
  '/cloud/requests/clear': ({ log }) => log.clear(),
  '/cloud/outbox/clear': ({ outbox }) => outbox.clear(),
  '/cloud/query': (parts, { collection, query, order, limit }) =>
    answerQuestion(parts, {
      collection: String(collection),
      query: String(query ?? '') || '{}',
      order: String(order ?? '') || '{}',
      limit: typeof limit === 'number' ? limit : 20,
    }),
  '/cloud/timers/run': async ({ timers }, { function: functionName, timer }) => {
    if (timers === undefined) throw new CloudError('FUNCTION_NOT_FOUND', 'This cloud was started without functions.');
    return { result: JSON.parse(await timers.run(String(functionName), String(timer))) as unknown };
  },
  '/cloud/files/delete': ({ files }, { cloudPath }) => ({ deleted: files.remove(String(cloudPath)) }),
  '/cloud/clock': async (parts, body) => {
    await moveClock(parts, body);
    return { now: parts.clock.now().toISOString(), shiftMs: parts.clock.shiftMs };
  },
  '/cloud/faults': ({ faults }, body) => {
    faults.set(readFaults(body));
    return faults.settings();
  },
  '/cloud/open-api/answers': ({ openApi }, { api, answer }) => {
    if (typeof api !== 'string' || !isDocument(answer))
      throw new CloudError('INVALID_PARAM', 'Send {"api": "security.msgSecCheck", "answer": {"errcode": 45009}}.');
    openApi.answerNext(api, answer);
    return {};
  },
};

/** The settings that are named, each of the kind it must have; the bounds are checked by `Faults`. */
function readFaults(body: Document): Partial<FaultSettings> {
  for (const [name, value] of Object.entries(body)) {
    const known = Object.entries(NO_FAULTS).find(([each]) => each === name)?.[1];
    if (typeof value !== typeof known || value === null)
      throw new CloudError('INVALID_PARAM', `${name} is no fault, or not of this kind.`);
  }
  return body as Partial<FaultSettings>;
}

/** `{to: '2026-12-24T09:00:00+08:00'}`, `{jump: 'tomorrow' | 'thirtiethDay'}`, `{advanceMs: 1000}`, `{real: true}`. */
async function moveClock({ clock }: DeskParts, { to, jump, advanceMs, real }: Document): Promise<void> {
  if (real === true) return clock.followRealTime();
  if (typeof advanceMs === 'number') return clock.advance(advanceMs);
  const days = jump === 'tomorrow' || jump === 'thirtiethDay' ? DAYS[jump] : undefined;
  if (days !== undefined) return clock.set(morningAfter(clock.now(), days));
  const moment = parseMoment(String(to));
  if (moment === undefined)
    throw new CloudError('INVALID_PARAM', `${String(to)} 不是时间：请写成 2026-12-24T09:00:00+08:00。`);
  return clock.set(moment);
}
