import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { personOf } from '../../platform/caller';
import { temporaryUrls } from '../../platform/files';
import { unseal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { runInReach } from '../change-run';
import { papersOf, paperView } from '../papers';

export const readPapers: Handler<OnboardingContract['readPapers']> = async ({ runId }, { caller, traceId }) => {
  await runInReach(runId, caller);
  const papers = await papersOf(runId);
  const urls = await temporaryUrls(papers.flatMap(({ fileId }) => fileId ?? []));
  // Who looked at whose papers can be told afterwards; what they say cannot.
  console.log(JSON.stringify({ level: 'audit', papersRead: runId, by: personOf(caller).personId, traceId }));
  return {
    items: papers.map((paper) => ({
      ...paperView(paper),
      url: paper.fileId === null ? null : (urls.get(paper.fileId) ?? null),
      isPdf: paper.fileId?.endsWith('.pdf') ?? false,
      typed:
        paper.typed === null
          ? null
          : unseal(paper.typed, { collection: 'onboardingPapers', id: paper._id, field: 'typed' }),
    })),
  };
};
