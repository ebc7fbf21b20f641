import type { RosterBatchView } from '../../../shared/people/roster';
import { cloud } from '../../cloud/client';
import { Intent } from '../../cloud/intent';
import { refusalText } from '../../cloud/refusal-text';
import { isUnderWay } from './batch-view';

interface Watcher {
  onBatch(batch: RosterBatchView): void;
  /** Nothing came back; it is asked again by itself. */
  onWait(problem: string): void;
  onStop(problem: string): void;
}

const busyWaitMs = 2_000;
const offlineWaitMs = 5_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Asks the cloud for one piece after the other until the stage changes. Everything done is kept by the cloud, so that
 * the page can be left at any time and another phone can go on; of two that ask at once, one waits.
 */
export class BatchRunner {
  private run = 0;
  private readonly intent = new Intent();

  constructor(private readonly watcher: Watcher) {}

  async start(batchId: string): Promise<void> {
    this.run += 1;
    const mine = this.run;
    for (;;) {
      const answer = await this.intent.send((requestId) => cloud.people.advanceRosterBatch({ batchId, requestId }));
      if (mine !== this.run) return;
      if (!answer.ok && answer.code === 'unreachable') {
        this.watcher.onWait('网络好像断了，已经做完的都在。连上后会自己接着做。');
        await pause(offlineWaitMs);
        if (mine !== this.run) return;
        continue;
      }
      if (!answer.ok && answer.code !== 'roster_batch_busy' && answer.code !== 'roster_stage_passed') {
        this.watcher.onStop(refusalText(answer));
        return;
      }
      if (!answer.ok && answer.code === 'roster_batch_busy') await pause(busyWaitMs);
      const seen = answer.ok ? answer : await cloud.people.readRosterBatch({ batchId });
      if (mine !== this.run) return;
      if (!seen.ok) {
        this.watcher.onStop(refusalText(seen));
        return;
      }
      this.watcher.onBatch(seen.data);
      if (!isUnderWay(seen.data.stage)) return;
    }
  }

  /** What is under way in the cloud finishes its piece; nothing more is asked. */
  stop(): void {
    this.run += 1;
  }
}
