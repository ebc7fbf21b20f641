import type { Answer } from '../../shared/kernel/contract';
import type { Me } from '../../shared/people/model';
import { cloud } from './client';

const storageKey = 'session.me';
/** Whoever has not joined, or has left. */
export const visitor: Me = { roles: ['visitor'], hrBranchId: null, person: null };

type Listener = (me: Me) => void;
const listeners = new Map<object, Listener>();
let known: Me | null = null;

/** Who is in front of the phone as far as it knows: from the last answer, so that the first frame is already right. */
export function currentMe(): Me {
  known ??= (wx.getStorageSync(storageKey) as Me | '') || visitor;
  return known;
}

/** Takes over what the cloud said and tells every page that listens, so that tabs change without a restart. */
export function adoptMe(me: Me): void {
  const changed = JSON.stringify(me) !== JSON.stringify(currentMe());
  known = me;
  if (!changed) return;
  wx.setStorageSync(storageKey, me);
  for (const listener of listeners.values()) listener(me);
}

let asking: Promise<Answer<Me>> | null = null;
let isAnswered = false;

/** False while a phone that was never answered only supposes a visitor. */
export function isMeKnown(): boolean {
  return isAnswered || Boolean(wx.getStorageSync(storageKey));
}

async function askWho(): Promise<Answer<Me>> {
  const answer = await cloud.people.readMe({});
  asking = null;
  if (answer.ok) {
    isAnswered = true;
    adoptMe(answer.data);
  }
  return answer;
}

/** Asks again who this is, one question at a time; what is known stays when the cloud cannot be reached. */
export function refreshMe(): Promise<Answer<Me>> {
  asking ??= askWho();
  return asking;
}

/** One listener an owner: a page, a component, the app. */
export function onMeChange(owner: object, listener: Listener): void {
  listeners.set(owner, listener);
}

export function offMeChange(owner: object): void {
  listeners.delete(owner);
}
