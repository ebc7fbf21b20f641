import type { StoredQuiz, StoredTry } from '../cloudfunctions/games/documents';
import { main as games } from '../cloudfunctions/games/index';
import { main as people } from '../cloudfunctions/people/index';
import { main as points } from '../cloudfunctions/points/index';
import { forgetRules } from '../cloudfunctions/points/read-rules';
import { main as today } from '../cloudfunctions/today/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { openToldStage, type ToldStage } from './told-stage';

/** The seeded company with the functions that a festival quiz needs. */
export interface QuizEvening extends ToldStage<'games'> {
  quizzes(): StoredQuiz[];
  tries(): StoredTry[];
}

export async function openQuizEvening(now: Date): Promise<QuizEvening> {
  forgetRules();
  const told = await openToldStage('games', { games, people, points, today, wechat }, now);
  return { ...told, quizzes: () => told.documents('festivalQuizzes'), tries: () => told.documents('quizTries') };
}
