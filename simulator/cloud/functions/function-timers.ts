import { CloudError } from '../cloud-error';
import { type Cron, cronMatches, parseCron } from './cron';
import type { FunctionRunner } from './function-runner';

/** A second later than this is not made up for: the machine slept, or the clock was moved. */
const LONGEST_GAP_MS = 60_000;

/** Fires the declared timers while the server runs. */
export class FunctionTimers {
  private readonly runner: FunctionRunner;
  private readonly now: () => Date;
  private readonly interval: NodeJS.Timeout;
  private checkedUntil: number;

  constructor(runner: FunctionRunner, now: () => Date) {
    this.runner = runner;
    this.now = now;
    this.checkedUntil = now().getTime();
    this.interval = setInterval(() => this.fireDue(), 500);
    this.interval.unref();
  }

  /** Runs a timer at once, as when it is due. */
  run(functionName: string, timerName: string): Promise<string> {
    const timers = this.runner.declarations().find(({ name }) => name === functionName)?.timers ?? [];
    if (!timers.some(({ name }) => name === timerName)) {
      throw new CloudError('FUNCTION_NOT_FOUND', `The function ${functionName} declares no timer ${timerName}.`);
    }
    const event = { Type: 'Timer', TriggerName: timerName, Time: this.now().toISOString(), Message: '' };
    return this.runner.invoke(functionName, event, { source: 'wx_trigger' });
  }

  close(): void {
    clearInterval(this.interval);
  }

  private fireDue(): void {
    const until = Math.floor(this.now().getTime() / 1000) * 1000;
    const from = Math.max(this.checkedUntil, until - LONGEST_GAP_MS);
    this.checkedUntil = until;
    const due = this.crons();
    for (let second = Math.floor(from / 1000) * 1000 + 1000; second <= until; second += 1000) {
      for (const { functionName, timerName, cron } of due) {
        // The platform drops a timer's result; its failure stands in the function's log.
        if (cronMatches(cron, new Date(second))) this.run(functionName, timerName).catch(() => undefined);
      }
    }
  }

  private crons(): { functionName: string; timerName: string; cron: Cron }[] {
    return this.runner.declarations().flatMap(({ name: functionName, timers = [] }) =>
      timers.flatMap(({ name: timerName, cron: text }) => {
        const cron = parseCron(text);
        return cron === undefined ? [] : [{ functionName, timerName, cron }];
      }),
    );
  }
}
