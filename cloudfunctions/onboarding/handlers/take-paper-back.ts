import { instant } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { newestRunOf } from '../change-run';
import { paperIdOf } from '../documents';
import { settlePaper } from '../papers';
import { isOver } from '../rules/run-totals';
import { store } from '../store';

export const takePaperBack: Handler<OnboardingContract['takePaperBack']> = async (input, { caller, now }) => {
  const { kind, requestId } = input;
  const run = (await newestRunOf(personOf(caller).personId)) ?? refuse('run_not_found');
  const there = await store.papers.read(paperIdOf(run._id, kind));
  // Nothing there: taken back already, or never handed in.
  if (!there) return {};
  if (isOver(run)) return refuse('run_over');
  const gone = await store.papers.changeOne(
    { _id: there._id, requestId: there.requestId },
    { isGone: true, requestId, pendingSince: instant(now) },
  );
  if (gone) await settlePaper(gone, run, now);
  return gone ? {} : refuse('wait_and_repeat');
};
