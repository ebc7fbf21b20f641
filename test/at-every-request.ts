import type { Break, FaultyLine } from './faulty-line';
import type { Mall } from './mall';

/** Kills work at each of its requests in turn, and audits the books after each cut. */
export interface Cuts {
  /** Lets the work run into the cut; whether it got so far. */
  cutAt(request: number, how: Break, work: () => Promise<unknown>): Promise<{ wasCut: boolean }>;
  /**
   * Runs a case at every request, killed when that was carried out, each time with the books and the clock as they were
   * before the first; how many cuts there were. Killed before a request is killed after the one before it: the line
   * stays broken, so the books are the same.
   */
  atEveryRequest(oneCase: (request: number, how: Break) => Promise<{ wasCut: boolean }>): Promise<number>;
}

/** `mall` and `line` are asked for anew each time, since every test opens its own. */
export function cutsOf(mall: () => Mall, line: () => FaultyLine): Cuts {
  const audit = (request: number, how: Break) =>
    expect({ request, how, violations: mall().violations() }).toEqual({ request, how, violations: [] });
  return {
    async cutAt(request, how, work) {
      line().breakAt(request, how);
      await work().catch(() => undefined);
      const wasCut = line().heal() >= request;
      audit(request, how);
      return { wasCut };
    },
    async atEveryRequest(oneCase) {
      const putBack = mall().stage.cloud.snapshot();
      const moment = Date.now();
      for (let cuts = 0; ; cuts += 1) {
        putBack();
        jest.setSystemTime(moment);
        const { wasCut } = await oneCase(cuts + 1, 'after');
        audit(cuts + 1, 'after');
        if (!wasCut) return cuts;
      }
    },
  };
}
