import type { GamesContract } from '../../shared/games/contract';
import type { WrittenQuiz } from '../../shared/games/quiz';
import { addDays, dayOf, instant, momentOn } from '../../shared/kernel/day';
import { seededQuizId, solsticeQuestions } from '../games-documents';
import { type Ask, always, hr, linXiao, requestId, type SampleCalls, weChatOf } from './sample-call';

const quizId = seededQuizId('solstice');
const draftId = seededQuizId('new-year');

const content = () => {
  const today = dayOf(new Date());
  return {
    ...{ title: '腊八粥里有什么', festival: '腊八', intro: '', questions: solsticeQuestions.slice(0, 3) },
    ...{
      opensAt: instant(momentOn(addDays(today, 2), '09:00')),
      closesAt: instant(momentOn(addDays(today, 5), '18:00')),
    },
    rewards: [{ fromRight: 1, points: 5 }],
  };
};

/** The draft as it stands, so that its version is right. */
const draft = (ask: Ask): Promise<WrittenQuiz> =>
  ask.call<GamesContract['readWrittenQuiz']>(hr, 'games', 'readWrittenQuiz', { quizId: draftId });

const handingIn = () => ({ quizId, picks: [1, 2, 0, 1, 0], requestId: requestId() });

export const gamesSamples: SampleCalls['games'] = {
  listQuizzes: always(linXiao, () => ({})),
  readQuiz: always(linXiao, () => ({ quizId })),
  handInQuiz: always(linXiao, handingIn),
  listMyQuizTries: always(weChatOf('陈一诺'), () => ({})),
  listWrittenQuizzes: always(hr, () => ({})),
  readWrittenQuiz: always(hr, () => ({ quizId: draftId })),
  writeQuiz: always(hr, () => ({ quizId: null, version: 1, content: content(), requestId: requestId() })),
  publishQuiz: {
    as: hr,
    input: async (ask) => ({ quizId: draftId, version: (await draft(ask)).version, requestId: requestId() }),
  },
  withdrawQuiz: always(hr, () => ({ quizId, requestId: requestId() })),
};
