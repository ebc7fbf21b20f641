import type { RuleTrial } from '../../../shared/points/board';
import { cloud } from '../../cloud/client';
import { Intent } from '../../cloud/intent';
import { refusalText } from '../../cloud/refusal-text';

interface Watcher {
  onTrial(trial: RuleTrial): void;
  onStop(problem: string): void;
}

/**
 * Asks the cloud for one piece of a trial after the other until it is done. What is done is kept by the cloud: the page
 * can be left, and the minute timer goes on.
 */
export class TrialRunner {
  private run = 0;
  private readonly intent = new Intent();

  constructor(private readonly watcher: Watcher) {}

  async start(trialId: string): Promise<void> {
    this.run += 1;
    const mine = this.run;
    let isRunning = true;
    while (isRunning) {
      const answer = await this.intent.send((requestId) => cloud.points.advanceRuleTrial({ trialId, requestId }));
      if (mine !== this.run) return;
      if (!answer.ok) {
        this.watcher.onStop(refusalText(answer));
        return;
      }
      this.watcher.onTrial(answer.data);
      isRunning = answer.data.stage === 'running';
    }
  }

  /** The piece under way is finished by the cloud; no further one is asked for. */
  stop(): void {
    this.run += 1;
  }
}
