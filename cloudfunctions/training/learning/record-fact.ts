import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { QuizTelling, StoredLearning } from '../documents';
import { isAboutWork, settleWork } from '../enrolling/settle-learning';
import { type Demands, type Fact, type Progress, progressOf, quizzesPassed, withFact } from '../rules/progress';
import { store } from '../store';

/** Only one person writes here, from one or two phones: a few rounds are plenty. */
const rounds = 6;

/** Adds a fact and what follows from it in one stroke. Of a first pass everybody is told at once, or by the sweep. */
export async function recordFact(
  first: StoredLearning,
  demands: Demands,
  fact: Fact,
  now: Date,
): Promise<{ learning: StoredLearning; progress: Progress }> {
  let learning = first;
  for (let round = 0; round < rounds; round += 1) {
    const facts = withFact(learning.facts, fact);
    const progress = progressOf(demands, facts, learning.dueOn);
    const isSettled = fact.kind !== 'examJudged' || learning.openAttempt !== fact.number;
    if (JSON.stringify(facts) === JSON.stringify(learning.facts) && isSettled) return { learning, progress };
    const changed = await store.learnings.changeOne(
      { _id: learning._id, factsVersion: learning.factsVersion },
      {
        ...owing(changeOf(learning, progress, now), quizzesPassed(learning.facts, fact), learning, now),
        ...{ facts: by.exactly(facts), ...(isSettled ? {} : { openAttempt: null }) },
      },
    );
    if (changed) {
      if (changed.toTell.some(isAboutWork)) await settleWork(changed, now);
      return { learning: changed, progress };
    }
    learning = (await store.learnings.read(first._id)) ?? learning;
  }
  return refuse('wait_and_repeat');
}

/** What a learning says after its facts changed. Whoever passed stays passed. */
export function changeOf(learning: StoredLearning, progress: Progress, now: Date) {
  const { isReadyForExam: _, ...worked } = progress;
  const isPassed = learning.state === 'passed' || worked.state === 'passed';
  const isNew = isPassed && learning.state !== 'passed';
  return {
    ...(isPassed && !isNew && worked.state !== 'passed' ? { bestPercent: worked.bestPercent } : worked),
    ...(isNew ? { toTell: ['passed'], wakeAt: instant(now), remindOn: null, entrustedToId: null } : {}),
    factsVersion: by.adding(1),
  };
}

/** The change with the quizzes that others have to hear of, besides what they have not heard yet. */
function owing(
  change: ReturnType<typeof changeOf>,
  quizzes: readonly QuizTelling[],
  { toTell }: StoredLearning,
  now: Date,
) {
  if (quizzes.length === 0) return change;
  return { ...change, toTell: [...(change.toTell ?? toTell), ...quizzes], wakeAt: instant(now) };
}
