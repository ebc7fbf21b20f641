import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import type { Job } from '../../platform/serve';
import { continueTrials } from '../board/continue-trials';
import { finishAnswers } from '../board/finish-answers';
import { rollUpDays } from '../board/roll-up-days';
import { dropOldCensuses, takeCensus } from '../board/take-census';
import { tellPeople } from '../board/tell-people';
import { findings, trials } from '../store';

/** Every minute: counts, walks and answers that HR's board needs go on. Each is safe to repeat and to die in. */
export const keepBoard: Job = async (now) => {
  const answers = await finishAnswers(now);
  const counts = await rollUpDays(now);
  const census = await takeCensus(now);
  const replays = await continueTrials(now);
  const notices = await tellPeople(now);
  const past = is.atMost(instant(now));
  const purged = (await trials.removeAll({ purgeAt: past })) + (await findings.removeAll({ purgeAt: past }));
  await dropOldCensuses(now);
  return { ...answers, ...counts, ...census, ...replays, ...notices, purged };
};
