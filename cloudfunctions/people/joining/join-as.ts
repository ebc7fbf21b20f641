import { dayOf, instant } from '../../../shared/kernel/day';
import { reachOf, rolesOn } from '../../../shared/people/identity';
import { joiningTryLimits, type Me } from '../../../shared/people/model';
import { refuse } from '../../../shared/refusal';
import type { Caller } from '../../platform/caller';
import { bindCaller, readCallersIdentity } from '../../platform/identity';
import type { JoiningCodeDocument } from '../documents';
import { isManagerNow } from '../identity-refresh';
import { meOf } from '../me';
import { type IdentityFacts, identityFacts } from '../rules/identity-facts';
import { triesLeft } from '../rules/joining/count-tries';
import { judgeCode } from '../rules/joining/judge-code';
import { store } from '../store';
import { countTry, forgetTries, giveTryBack } from './count-try';
import { finishJoining, releaseCode } from './finish-joining';

interface Attempt {
  /** Finds the code that was entered or scanned; null when it is wrong. */
  find: () => Promise<JoiningCodeDocument | null>;
  requestId: string;
  caller: Caller;
  now: Date;
}

/** Marks the code as used by this WeChat, with the intent to bind it. Null when another WeChat was faster. */
async function markUsed(code: JoiningCodeDocument, { requestId, caller, now }: Attempt) {
  const at = instant(now);
  return store.joiningCodes.changeOne(
    { _id: code._id, codeHash: code.codeHash, usedByKey: code.usedByKey === caller.key ? caller.key : null },
    { usedAt: at, usedByKey: caller.key, usedRequestId: requestId, pendingSince: at },
  );
}

/** The identity that the right code leads to. Refuses, and gives the try back, where something stands in the way. */
async function admitted(code: JoiningCodeDocument, { caller, now }: Attempt): Promise<IdentityFacts> {
  const [employment, person, isManager] = await Promise.all([
    store.employments.read(code._id),
    store.persons.read(code.personId),
    isManagerNow(code._id),
  ]);
  if (!employment || !person) throw new Error('a joining code names somebody who is not there');
  const refusal = judgeCode({ code, employment, person, callerKey: caller.key, now: instant(now) });
  if (refusal !== null) {
    await giveTryBack(caller.key);
    refuse(refusal);
  }
  return identityFacts(person, employment, isManager);
}

async function bind(code: JoiningCodeDocument, facts: IdentityFacts, { caller, now }: Attempt): Promise<void> {
  if (await bindCaller({ ...facts, boundAt: instant(now) })) return;
  const mine = await readCallersIdentity();
  if (mine?.personId === code.personId) return;
  await releaseCode(code);
  await giveTryBack(caller.key);
  refuse(mine ? 'already_joined' : 'person_already_joined');
}

/** Whoever has joined already: the repeat of the request that did it gets the same answer again. */
async function answerRepeat({ find, requestId, caller, now }: Attempt): Promise<{ me: Me }> {
  const code = await find();
  if (code?.usedByKey !== caller.key || code.usedRequestId !== requestId) return refuse('already_joined');
  if (code.pendingSince !== null) await finishJoining(code, now);
  return { me: meOf(caller) };
}

/** The last wrong try says at once that it was the last. */
function refuseWrongCode(spent: number): never {
  const left = triesLeft(spent);
  return left > 0
    ? refuse('joining_code_wrong', { left })
    : refuse('joining_locked', { minutes: joiningTryLimits.lockMinutes });
}

/**
 * A WeChat becomes a person. In this order, so that a kill anywhere leaves something that the same person or the sweep
 * can finish: the code is marked with the intent, the WeChat is bound, the record and the other contexts follow.
 */
export async function joinAs(attempt: Attempt): Promise<{ me: Me }> {
  const { find, caller, now } = attempt;
  if (caller.person) return answerRepeat(attempt);
  const spent = await countTry(caller.key, now);
  const code = await find();
  if (!code) return refuseWrongCode(spent);
  const facts = await admitted(code, attempt);
  const used = await markUsed(code, attempt);
  if (!used) {
    await giveTryBack(caller.key);
    return refuse('joining_code_used');
  }
  await bind(used, facts, attempt);
  await finishJoining(used, now);
  await forgetTries(caller.key);
  const identity = { boundAt: instant(now), ...facts };
  const roles = rolesOn(dayOf(now), identity);
  return { me: meOf({ roles, reach: reachOf(roles, identity), person: facts }) };
}
