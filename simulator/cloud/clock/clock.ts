/** The time of a local cloud: it runs with real time, from wherever it was moved to. */
export class Clock {
  private readonly realTime: () => Date;
  private readonly followers: (() => Promise<void>)[] = [];
  private shift = 0;

  /** @param start where the clock begins; absent: at real time */
  constructor(realTime: () => Date, start?: Date) {
    this.realTime = realTime;
    if (start !== undefined) this.shift = start.getTime() - realTime().getTime();
  }

  /** Milliseconds by which the clock is ahead of real time; negative: behind. */
  get shiftMs(): number {
    return this.shift;
  }

  now(): Date {
    return new Date(this.realTime().getTime() + this.shift);
  }

  /** Moves the clock; resolved when the timers that were jumped over have run. */
  set(instant: Date): Promise<void> {
    return this.moveBy(instant.getTime() - this.now().getTime());
  }

  /** Moves the clock by milliseconds, back when they are negative; resolved as `set` is. */
  advance(millis: number): Promise<void> {
    return this.moveBy(millis);
  }

  /** Back to real time. */
  followRealTime(): Promise<void> {
    return this.moveBy(-this.shift);
  }

  /** `follow` is called after every move. */
  onMove(follow: () => Promise<void>): void {
    this.followers.push(follow);
  }

  private async moveBy(millis: number): Promise<void> {
    if (!Number.isFinite(millis)) throw new RangeError('The clock can be moved to a valid moment only.');
    this.shift += millis;
    await Promise.all(this.followers.map((follow) => follow()));
  }
}
