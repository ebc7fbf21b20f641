import type { Clock } from '../clock/clock';
import { CloudError } from '../cloud-error';
import { type Cron, cronMatches, latestFiring, parseCron } from './cron';
import type { FunctionRunner } from './function-runner';

/**
 * Over a longer gap (the clock was moved, the machine slept) a timer fires once for all the times it missed, the last
 * of them; over a shorter one it fires every time.
 */
const LONGEST_GAP_MS = 60_000;

const SECOND_MS = 1000;
const LOOK_MS = 500;

/** One declared timer. */
export interface DeclaredTimer {
  functionName: string;
  timerName: string;
  /** As declared: seven fields. */
  text: string;
}

interface Firing extends DeclaredTimer {
  at: Date;
}

/** What timers need of the cloud. */
export interface TimerParts {
  runner: FunctionRunner;
  clock: Clock;
  /** False when nothing fires by itself. */
  byClock: boolean;
  /** True when a firing is to be delivered a second time, as the platform may. */
  firesTwice: () => boolean;
}

/** Fires the declared timers by the cloud's clock while the server runs. */
export class FunctionTimers {
  private readonly parts: TimerParts;
  private readonly interval: NodeJS.Timeout | undefined;
  private checkedUntil: number;

  constructor(parts: TimerParts) {
    this.parts = parts;
    this.checkedUntil = parts.clock.now().getTime();
    if (!parts.byClock) return;
    parts.clock.onMove(() => this.fireDue());
    this.interval = setInterval(() => void this.fireDue(), LOOK_MS);
    this.interval.unref();
  }

  list(): DeclaredTimer[] {
    return this.parts.runner
      .declarations()
      .flatMap(({ name: functionName, timers = [] }) =>
        timers.map(({ name: timerName, cron: text }) => ({ functionName, timerName, text })),
      );
  }

  /** Runs a timer at once, as when it is due. */
  run(functionName: string, timerName: string, at: Date = this.parts.clock.now()): Promise<string> {
    if (!this.list().some((timer) => timer.functionName === functionName && timer.timerName === timerName)) {
      throw new CloudError('FUNCTION_NOT_FOUND', `The function ${functionName} declares no timer ${timerName}.`);
    }
    const event = { Type: 'Timer', TriggerName: timerName, Time: at.toISOString(), Message: '' };
    return this.parts.runner.invoke(functionName, event, { source: 'wx_trigger' });
  }

  close(): void {
    clearInterval(this.interval);
  }

  /** Resolved when everything that was due has run; the results are dropped, failures stand in the functions' logs. */
  private async fireDue(): Promise<void> {
    const until = Math.floor(this.parts.clock.now().getTime() / SECOND_MS) * SECOND_MS;
    const from = this.checkedUntil;
    this.checkedUntil = until;
    const due = this.list().flatMap((timer) => {
      const cron = parseCron(timer.text);
      return cron === undefined ? [] : firings(cron, from, until).map((at) => ({ ...timer, at }));
    });
    due.sort((left, right) => left.at.getTime() - right.at.getTime());
    await Promise.allSettled(due.flatMap((firing) => this.deliver(firing)));
  }

  private deliver({ functionName, timerName, at }: Firing): Promise<string>[] {
    const once = () => this.run(functionName, timerName, at);
    return this.parts.firesTwice() ? [once(), once()] : [once()];
  }
}

function firings(cron: Cron, from: number, until: number): Date[] {
  if (until - from > LONGEST_GAP_MS) {
    const last = latestFiring(cron, new Date(from), new Date(until));
    return last === undefined ? [] : [last];
  }
  const found: Date[] = [];
  for (let second = Math.floor(from / SECOND_MS) * SECOND_MS + SECOND_MS; second <= until; second += SECOND_MS) {
    if (cronMatches(cron, new Date(second))) found.push(new Date(second));
  }
  return found;
}
