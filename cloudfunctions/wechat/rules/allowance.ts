import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { Allowance, ReminderTemplate } from '../../../shared/wechat/model';

/** What a person lets us send. `_id` is the person's id; every change raises `version`. */
export interface AllowanceDocument extends Allowance {
  _id: string;
  version: number;
  /** The last requests that changed it: their repeats change nothing. */
  requests: string[];
  /** The last facts that were sent: each is sent once. */
  sent: string[];
  /** When the sweep looks next whether the bound person still works here; null where nobody is bound. */
  lookOn: Day | null;
}

/** WeChat has no number for it; more is not believed of one phone. */
export const mostLeft = 20;
const requestsKept = 20;
/** A reminder is tried again within a day, by a sweep each minute; nobody gets a hundred others meanwhile. */
const factsKept = 100;

export const newAllowance = (personId: string): AllowanceDocument => ({
  _id: personId,
  version: 0,
  left: { todo: 0, outcome: 0, message: 0 },
  isEmployeeBound: false,
  requests: [],
  sent: [],
  lookOn: null,
});

/** One message more of each accepted template; null for the repeat of a request. */
export function grantMessages(
  allowance: AllowanceDocument,
  accepted: readonly ReminderTemplate[],
  requestId: string,
): AllowanceDocument | null {
  if (allowance.requests.includes(requestId)) return null;
  const left = { ...allowance.left };
  for (const template of new Set(accepted)) left[template] = Math.min(left[template] + 1, mostLeft);
  return { ...allowance, left, requests: [...allowance.requests, requestId].slice(-requestsKept) };
}

/** Null for the repeat of a request. Rights end at midnight: who is bound is looked at from tomorrow on. */
export function recordRelation(
  allowance: AllowanceDocument,
  isEmployeeBound: boolean,
  requestId: string,
  today: Day,
): AllowanceDocument | null {
  if (allowance.requests.includes(requestId)) return null;
  const requests = [...allowance.requests, requestId].slice(-requestsKept);
  return { ...allowance, isEmployeeBound, requests, lookOn: isEmployeeBound ? addDays(today, 1) : null };
}

/** The 用工关系 of somebody who has left is over; everybody else is looked at again tomorrow. */
export function lookedAt(allowance: AllowanceDocument, hasLeft: boolean, today: Day): AllowanceDocument {
  if (hasLeft || !allowance.isEmployeeBound) return { ...allowance, isEmployeeBound: false, lookOn: null };
  return { ...allowance, lookOn: addDays(today, 1) };
}

export type Channel = 'employeeMessage' | 'subscribed';

/** How a fact would reach its person; `sentAlready` when it has been sent, null when no agreement is left. */
export function channelFor(
  { isEmployeeBound, left, sent }: AllowanceDocument,
  template: ReminderTemplate,
  factId: string,
): Channel | 'sentAlready' | null {
  if (sent.includes(factId)) return 'sentAlready';
  if (isEmployeeBound) return 'employeeMessage';
  return left[template] > 0 ? 'subscribed' : null;
}

/** Takes the fact as sent, and a one-time message off, before WeChat is asked: whatever happens, it is sent once. */
export function spend(
  allowance: AllowanceDocument,
  channel: Channel,
  template: ReminderTemplate,
  factId: string,
): AllowanceDocument {
  const { left, sent } = allowance;
  return {
    ...allowance,
    left: channel === 'subscribed' ? { ...left, [template]: left[template] - 1 } : left,
    sent: [...sent, factId].slice(-factsKept),
  };
}

/**
 * WeChat knows of no agreement (43101): whatever the phone had told, there is nothing left. A message to an employee
 * was not sent then, and may take another way.
 */
export function withdrawn(
  allowance: AllowanceDocument,
  channel: Channel,
  template: ReminderTemplate,
  factId: string,
): AllowanceDocument {
  if (channel === 'subscribed') return { ...allowance, left: { ...allowance.left, [template]: 0 } };
  return { ...allowance, isEmployeeBound: false, lookOn: null, sent: allowance.sent.filter((fact) => fact !== factId) };
}

/** WeChat did not take it for a reason of its own; the acceptance was not used up. */
export function givenBack(allowance: AllowanceDocument, template: ReminderTemplate): AllowanceDocument {
  const left = { ...allowance.left, [template]: Math.min(allowance.left[template] + 1, mostLeft) };
  return { ...allowance, left };
}
