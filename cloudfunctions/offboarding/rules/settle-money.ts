import type { Day } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { StoredSeparation, StoredSettlement } from '../documents';
import { type Act, checkNotOwn } from './decide';

function checkOpen(separation: StoredSeparation, act: Act): void {
  checkNotOwn(separation, act);
  if (separation.state !== 'acknowledged' && separation.state !== 'effective') refuse('leaving_step_passed');
}

/** What was agreed to be paid for what did not come back. */
export function agreedCosts({ rows }: StoredSeparation): { title: string; costFen: number }[] {
  return rows.flatMap(({ title, costFen, state }) =>
    state === 'costAgreed' && costFen !== null ? [{ title, costFen }] : [],
  );
}

/** New figures, sealed; whoever confirmed the old ones has to look again. */
export function draftSettlement(separation: StoredSeparation, sealed: string, act: Act): StoredSeparation {
  checkOpen(separation, act);
  if (separation.settlement?.state === 'paid') refuse('settlement_paid');
  const settlement: StoredSettlement = {
    ...{ state: 'drafted', sealed, draftedById: act.personId, draftedBy: act.name },
    ...{ confirmedById: null, confirmedBy: null, confirmedAt: null, paidOn: null },
  };
  return { ...separation, settlement };
}

/** Back to who put the figures in: they are confirmed and shown again. */
export const unconfirmed = (settlement: StoredSettlement): StoredSettlement => ({
  ...settlement,
  ...{ state: 'drafted', confirmedById: null, confirmedBy: null, confirmedAt: null },
});

/** Four eyes: nobody confirms their own figures, nor figures that they have not seen. */
export function confirmSettlement(
  separation: StoredSeparation,
  { totalFen, seenTotalFen }: { totalFen: number; seenTotalFen: number },
  act: Act,
): StoredSeparation {
  checkOpen(separation, act);
  const { settlement } = separation;
  if (settlement?.state !== 'drafted') return refuse('leaving_step_passed');
  if (settlement.draftedById === act.personId) refuse('settlement_needs_other');
  if (totalFen !== seenTotalFen) refuse('settlement_changed');
  const confirmed = { confirmedById: act.personId, confirmedBy: act.name, confirmedAt: act.at };
  return { ...separation, settlement: { ...settlement, state: 'confirmed', ...confirmed } };
}

/** unpaid → paid. What the leaver asks is answered before the money goes. */
export function recordPayment(separation: StoredSeparation, paidOn: Day, act: Act): StoredSeparation {
  checkOpen(separation, act);
  const { settlement, submittedOn } = separation;
  if (settlement?.state !== 'confirmed') return refuse('leaving_step_passed');
  if (separation.questions.some(({ outcome }) => outcome === null)) refuse('settlement_questioned');
  if (paidOn < submittedOn || paidOn > act.today) refuse('paid_day_wrong');
  return { ...separation, settlement: { ...settlement, state: 'paid', paidOn } };
}
