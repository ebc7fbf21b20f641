import type { Break } from './faulty-line';
import { stageInUse } from './stage';

/** Lets work run into the cut; whether it made so many requests that there was one. */
export type Cut = (work: () => Promise<unknown>) => Promise<boolean>;

/** Where a case is cut, to be said when it fails. */
export type Place = `${Break} ${number}`;

/**
 * Runs a case once for every request that its work makes, killed before the request arrives and after it was carried
 * out, and a last time whole. Each time the database of the stage in use and the clock are what they were before the
 * first. The case may cut several works, each is cut at the same number; it ends with the longest.
 *
 * @returns how many cuts there were
 */
export async function killedEverywhere(
  oneCase: (cut: Cut, place: Place) => Promise<void>,
  ways: readonly Break[] = ['before', 'after'],
): Promise<number> {
  const { cloud } = stageInUse();
  const { line } = cloud.faults;
  const putBack = cloud.snapshot();
  const moment = Date.now();
  let cuts = 0;
  for (const how of ways) {
    for (let request = 1, wasCut = true; wasCut; request += 1) {
      putBack();
      jest.setSystemTime(moment);
      wasCut = false;
      const cut: Cut = async (work) => {
        line.breakAt(request, how);
        await work().catch(() => undefined);
        const isCut = line.heal() >= request;
        if (isCut) cuts += 1;
        wasCut ||= isCut;
        return isCut;
      };
      await oneCase(cut, `${how} ${request}`);
    }
  }
  return cuts;
}
