import type { Break } from '../simulator/cloud/faults/faulty-line';
import { type Cut, killedEverywhere } from './killed-everywhere';
import type { Mall } from './mall';

/** Kills work of the mall, and audits the books after each cut. */
export interface Cuts {
  /** Lets the work run into a cut that it cannot miss. */
  cutAt(request: number, how: Break, work: () => Promise<unknown>): Promise<void>;
  /** As `killedEverywhere`; how many cuts there were. */
  atEveryRequest(oneCase: (cut: Cut, request: number) => Promise<void>): Promise<number>;
}

/** `mall` is asked for anew each time, since every test opens its own. */
export function cutsOf(mall: () => Mall): Cuts {
  const audit = (request: number) =>
    expect({ request, violations: mall().violations() }).toEqual({ request, violations: [] });
  return {
    async cutAt(request, how, work) {
      const { line } = mall().stage.cloud.faults;
      line.breakAt(request, how);
      await work().catch(() => undefined);
      expect(line.heal()).toBeGreaterThanOrEqual(request);
      audit(request);
    },
    atEveryRequest: (oneCase) =>
      killedEverywhere(async (cut, request) => {
        const audited: Cut = async (work) => {
          const wasCut = await cut(work);
          audit(request);
          return wasCut;
        };
        await oneCase(audited, request);
        audit(request);
      }),
  };
}
