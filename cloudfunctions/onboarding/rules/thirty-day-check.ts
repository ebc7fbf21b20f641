import type { Day, Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { StoredRun } from '../documents';
import { myRunPage, runPage } from './run-page';
import { checkOpensOn } from './run-totals';

export interface CheckAnswer {
  marks: number[];
  words: string;
  at: Instant;
}

/** The new hire answers the three questions, once; the manager hears of it. */
export function answered(run: StoredRun, { marks, words, at }: CheckAnswer, today: Day): StoredRun {
  if (run.check !== null) return refuse('check_answered');
  if (today < checkOpensOn(run.startsOn)) return refuse('check_not_open');
  const notice = {
    factId: `checked.${run._id}`,
    personIds: [run.manager.personId],
    title: `${run.name}填了三十天回访`,
    line: '看看三个问题的回答，写几句回复',
    page: runPage(run._id),
  };
  const check = { marks, words, answeredAt: at, reply: null, repliedAt: null };
  return { ...run, check, notices: [...run.notices, notice] };
}

/** The manager replies, once; the new hire hears of it. */
export function replied(run: StoredRun, words: string, at: Instant): StoredRun {
  if (run.check === null) return refuse('check_not_answered');
  if (run.check.repliedAt !== null) return refuse('check_replied');
  const notice = {
    factId: `replied.${run._id}`,
    personIds: [run.personId],
    title: `${run.manager.name}回复了你的三十天回访`,
    line: words,
    page: myRunPage,
  };
  return { ...run, check: { ...run.check, reply: words, repliedAt: at }, notices: [...run.notices, notice] };
}
