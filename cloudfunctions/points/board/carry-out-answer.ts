import { dayOf } from '../../../shared/kernel/day';
import { Refusal, refuse } from '../../../shared/refusal';
import { bookedEntry, bookOnce } from '../books/book-once';
import { rulesOf } from '../read-rules';
import { correctionKeyOf, correctionMovement, voidKeyOf, voidMovement } from '../rules/correction';
import { answered, reopened, type StoredCase } from '../rules/point-case';
import { lotDayOf } from '../rules/rule-table';
import { cases, ledger } from '../store';

/**
 * Carries out what HR answered and closes the case. Keys follow from the case, so that a killed answer is finished by
 * whoever comes next, once. What cannot be carried out opens the case again and is refused.
 */
export async function carryOutAnswer(pointCase: StoredCase, now: Date): Promise<StoredCase> {
  const where = { _id: pointCase._id, state: 'answering', answerRequestId: pointCase.answerRequestId };
  let points: number | null;
  try {
    points = await movedBy(pointCase, now);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'points_busy') await cases.changeOne(where, reopened);
    throw error;
  }
  const closed = await cases.changeOne(where, answered(pointCase, points, now));
  return closed ?? (await cases.read(pointCase._id)) ?? pointCase;
}

/** The points that came or went with the answer; null when none had to. */
async function movedBy(pointCase: StoredCase, now: Date): Promise<number | null> {
  if (pointCase.outcome === 'voided') return voided(pointCase, now);
  return pointCase.outcome === 'corrected' ? corrected(pointCase, now) : null;
}

const decidedBy = ({ _id, answer, answeredById }: StoredCase, now: Date) => {
  return { by: answeredById ?? '', reason: answer ?? '', requestId: _id, now };
};

async function voided(pointCase: StoredCase, now: Date): Promise<number> {
  const entry = (await ledger.read(pointCase.entry._id)) ?? refuse('entry_not_voidable');
  const key = voidKeyOf(entry._id);
  const booked = await bookOnce(entry.personId, key, (account) => ({
    movements: [voidMovement(account, entry, decidedBy(pointCase, now))],
  }));
  if (!booked) return refuse('points_busy');
  const voiding = await bookedEntry(booked.account, key);
  if (voiding.requestId !== pointCase._id) refuse('entry_voided_already');
  return voiding.points;
}

async function corrected(pointCase: StoredCase, now: Date): Promise<number> {
  const { personId, points } = pointCase;
  const lotDay = lotDayOf(await rulesOf(now), dayOf(now));
  const decided = decidedBy(pointCase, now);
  const key = correctionKeyOf(personId, decided.requestId);
  const booked = await bookOnce(personId, key, (account) => ({
    movements: [correctionMovement(account, points ?? 0, lotDay, decided)],
  }));
  return booked ? (points ?? 0) : refuse('points_busy');
}
