import type { StoredAttempt, StoredLearning } from '../../cloudfunctions/training/documents';
import { learningIdOf } from '../../cloudfunctions/training/rules/ids';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId, trainingDocuments } from '../../seeds/training-documents';
import type { Answer } from '../../shared/kernel/contract';
import type { AttemptView } from '../../shared/training/learning';
import type { Cloud } from '../../simulator/cloud/start-cloud';
import { type BuiltCloud, openBuiltCloud } from './open-built-cloud';
import { employees } from './race-people';

const sitters = 1000;
/** One in so many knows all the answers. */
const knowingEvery = 8;
/** What passing brings, by the rules of points as they come. */
const pointsOfPassing = 20;
/** Longer than the sweep leaves things alone. */
const laterMillis = 3 * 60_000;
const courseId = seededCourseId('security');
const people = employees(sitters);

const read = <Kind>(cloud: Cloud, collection: string) => cloud.documents(collection) as unknown as Kind[];

/** The seeded course, and people who have learned all of it and not sat its exam, as 马会敏 has. */
async function prepare({ cloud }: BuiltCloud): Promise<void> {
  const documents = trainingDocuments(cloud.clock.now());
  const pattern = documents.learnings.find(({ _id }) => _id === learningIdOf(personOf('马会敏'), courseId));
  if (!pattern) throw new Error('nobody of the story is ready for the exam');
  const learnings = people.map(({ personId, name }) => ({
    ...{ ...pattern, _id: learningIdOf(personId, courseId), personId, name, sort: `${pattern.sort}${personId}` },
  }));
  // As a seed file would hold them.
  await cloud.seed(JSON.parse(JSON.stringify({ collections: { ...documents, identities: people, learnings } })));
}

/** What everybody sends at the same moment; how long the last of them waited. */
async function together<Result>(sends: readonly (() => Promise<Result>)[]) {
  const began = performance.now();
  const answers = await Promise.all(sends.map((send) => send()));
  return { answers, seconds: Math.round((performance.now() - began) / 100) / 10 };
}

/** Begins, answers and hands in: each step by all at the same moment, handing in twice each under one id. */
async function sit({ cloud, send }: BuiltCloud) {
  const ask = (index: number, call: string, input: object) =>
    send(`phone-${index + 1}`, 'training', call, { ...input, requestId: `exam-${call}-request-${index}` });
  const begun = await together(people.map((_, index) => () => ask(index, 'startExam', { courseId })));
  const ids = begun.answers.map((answer) => (answer.ok ? (answer.data as AttemptView).attemptId : ''));
  const drawn = new Map(read<StoredAttempt>(cloud, 'attempts').map((attempt) => [attempt._id, attempt.drawn]));
  const answering = ids.flatMap((attemptId, index) => {
    const known = index % knowingEvery === 0 ? (drawn.get(attemptId) ?? []) : [];
    const right = known.map(({ key, accepted }) => ({ picks: key, words: accepted[0] ?? '' }));
    const answers = right.length > 0 ? right : [{ picks: [], words: '不知道' }];
    return answers.map((answer, place) => () => {
      const input = { attemptId, place, answer, turn: 1, requestId: `exam-answer-request-${index}-${place}` };
      return send(`phone-${index + 1}`, 'training', 'saveAnswer', input);
    });
  });
  const saved = await together(answering);
  const handingIn = ids.flatMap((attemptId, index) => [1, 2].map(() => () => ask(index, 'submitExam', { attemptId })));
  return { begun, saved, submitted: await together(handingIn) };
}

const failedOf = (answers: readonly Answer<unknown>[]) => answers.filter(({ ok }) => !ok).length;

/** What the exam came to, by what is stored. */
function outcome(cloud: Cloud) {
  const attempts = read<StoredAttempt>(cloud, 'attempts');
  const isTrue = ({ personId, percent }: StoredAttempt) =>
    percent === ((Number(personId.replace('race-', '')) - 1) % knowingEvery === 0 ? 100 : 0);
  const results = read<StoredLearning>(cloud, 'learnings').map(({ facts }) => facts.exams.length);
  const rewards = read<{ lifetime: number }>(cloud, 'pointAccounts').map(({ lifetime }) => lifetime);
  return {
    kept: attempts.filter(({ state }) => state === 'judged').length,
    judgedRightly: attempts.filter(isTrue).length,
    judgedOnce: results.filter((count) => count === 1).length,
    duplicates: attempts.length - sitters + results.filter((count) => count > 1).length,
    passed: attempts.filter(({ isPassed }) => isPassed).length,
    rewardedOnce: rewards.filter((points) => points === pointsOfPassing).length,
    rewardedTwice: rewards.filter((points) => points > pointsOfPassing).length,
  };
}

/** A thousand people sit one exam at once, every step of it at the same moment, in processes as they are deployed. */
export async function* examRush(root: string): AsyncIterable<object> {
  const built = await openBuiltCloud(root);
  try {
    await prepare(built);
    const { begun, saved, submitted } = await sit(built);
    // What was cut off is judged by the timer, and what a pass brings arrives.
    await built.cloud.clock.advance(laterMillis);
    await built.cloud.runTimer('training', 'minute');
    yield {
      ...{ sitters, answersSent: saved.answers.length, submissionsSent: submitted.answers.length },
      failedBeginnings: failedOf(begun.answers),
      failedAnswers: failedOf(saved.answers),
      failedSubmissions: failedOf(submitted.answers),
      ...outcome(built.cloud),
      ...{ beginSeconds: begun.seconds, answerSeconds: saved.seconds, submitSeconds: submitted.seconds },
    };
  } finally {
    await built.close();
  }
}
