import { instant } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { cloudPathOf, readFile } from '../../platform/files';
import { seal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { newestRunOf } from '../change-run';
import { paperIdOf, type StoredPaper } from '../documents';
import { deletionDay, paperView, settlePaper } from '../papers';
import { isBankAccount, isPaperFile, isPaperPath } from '../rules/paper-file';
import { isOver } from '../rules/run-totals';
import { store } from '../store';

/** The paper first, with the intent to close what asks for it. A new one takes the place of the old. */
export const handInPaper: Handler<OnboardingContract['handInPaper']> = async (input, { caller, now }) => {
  const { kind, fileId, typed, requestId } = input;
  const { personId } = personOf(caller);
  const run = (await newestRunOf(personId)) ?? refuse('run_not_found');
  const _id = paperIdOf(run._id, kind);
  const there = await store.papers.read(_id);
  if (there?.requestId === requestId) {
    await settlePaper(there, run, now);
    return paperView(there);
  }
  if (isOver(run)) return refuse('run_over');
  const isTyped = kind === 'bankAccount';
  if (isTyped ? typed === null || fileId !== null || !isBankAccount(typed) : typed !== null || fileId === null) {
    return refuse('paper_unusable');
  }
  if (fileId !== null) await checkFile(fileId, requestId, kind);
  const stale = there?.fileId ?? null;
  const paper: StoredPaper = {
    ...{ _id, runId: run._id, personId, kind, fileId, requestId, isGone: false },
    typed: typed === null ? null : seal(typed, { collection: 'onboardingPapers', id: _id, field: 'typed' }),
    ending: typed === null ? null : typed.slice(-4),
    ...{ handedAt: instant(now), deleteOn: deletionDay(run.startsOn), pendingSince: instant(now) },
    staleFileIds: [...(there?.staleFileIds ?? []), ...(stale === null ? [] : [stale])],
  };
  const { _id: __, ...facts } = paper;
  const written = there
    ? (await store.papers.changeOne({ _id, requestId: there.requestId }, facts)) !== null
    : await store.papers.insert(paper);
  if (!written) return refuse('wait_and_repeat');
  await settlePaper(paper, run, now);
  return paperView(paper);
};

async function checkFile(fileId: string, requestId: string, kind: StoredPaper['kind']): Promise<void> {
  const path = cloudPathOf(fileId);
  if (path === null || !isPaperPath(path, requestId, kind)) return refuse('paper_unusable');
  const content = await readFile(fileId);
  if (content === null || !isPaperFile(content)) return refuse('paper_unusable');
}
