import { stageInUse } from './stage';

/** Lets work run into the cut; whether it made so many requests that there was one. */
export type Cut = (work: () => Promise<unknown>) => Promise<boolean>;

/**
 * Runs a case once for every request that its work makes, killed when that was carried out, and a last time whole.
 * Killed before a request is killed after the one before it: the line stays broken, so the database is the same. Each
 * time it and the clock are what they were before the first. The case may cut several works, each at the same number.
 *
 * @param oneCase is told the number of the request, to say it when it fails
 * @returns how many cuts there were
 */
export async function killedEverywhere(oneCase: (cut: Cut, request: number) => Promise<void>): Promise<number> {
  const { cloud } = stageInUse();
  const { line } = cloud.faults;
  const putBack = cloud.snapshot();
  const moment = Date.now();
  let cuts = 0;
  for (let request = 1, wasCut = true; wasCut; request += 1) {
    putBack();
    jest.setSystemTime(moment);
    wasCut = false;
    const cut: Cut = async (work) => {
      line.breakAt(request, 'after');
      await work().catch(() => undefined);
      const isCut = line.heal() >= request;
      if (isCut) cuts += 1;
      wasCut ||= isCut;
      return isCut;
    };
    await oneCase(cut, request);
  }
  return cuts;
}
