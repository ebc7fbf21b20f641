import type { Break, FaultyLine as CloudLine } from '../simulator/cloud/faults/faulty-line';
import { stageInUse } from './stage';

export type { Break };

/** The line between the SDK and the cloud of the stage in use. */
export interface FaultyLine extends Pick<CloudLine, 'breakAt' | 'holdAt' | 'heal'> {
  close(): Promise<void>;
}

/** Takes the line of the cloud that the SDK's environment names, for this process. */
export async function openFaultyLine(): Promise<FaultyLine> {
  const { line } = stageInUse().cloud.faults;
  return {
    breakAt: (request, how) => line.breakAt(request, how),
    holdAt: (request) => line.holdAt(request),
    heal: () => line.heal(),
    async close() {
      line.heal();
    },
  };
}
