import { FaultyLine } from './faulty-line';

/** What goes wrong on purpose, and how often. Rates are between 0 (never) and 1 (always). */
export interface FaultSettings {
  /** Rate of database requests inside a transaction that end it with a conflict. */
  conflicts: number;
  /** Every request waits for a time between the two, in ms. */
  latency: { from: number; to: number };
  /** Rate of requests that are neither carried out nor answered: the connection hangs, then breaks. */
  timeouts: number;
  /** Rate of requests answered with 503 before they are carried out. */
  errors: number;
  /** Rate of requests that are carried out and whose answer is lost with the connection. */
  lostAnswers: number;
  /** Every timer fires twice. */
  doubleTimers: boolean;
  /** Every event of WeChat is delivered twice. */
  doubleEvents: boolean;
  /** The same seed and the same order of requests give the same faults. */
  seed: number;
}

/** Nothing goes wrong. */
export const NO_FAULTS: Readonly<FaultSettings> = {
  conflicts: 0,
  latency: { from: 0, to: 0 },
  timeouts: 0,
  errors: 0,
  lostAnswers: 0,
  doubleTimers: false,
  doubleEvents: false,
  seed: 1,
};

/** What happens to one request. */
export interface RequestFate {
  delayMs: number;
  ending: 'answer' | 'conflict' | 'timeout' | 'error' | 'lostAnswer';
}

const RATES = ['conflicts', 'timeouts', 'errors', 'lostAnswers'] as const;
const LONGEST_LATENCY_MS = 60_000;

/** Decides which requests of the SDKs fail, repeatably. */
export class Faults {
  /** What requests come in by: can be cut at any one of them, for tests that kill work there. */
  readonly line = new FaultyLine();
  private current: FaultSettings = { ...NO_FAULTS };
  private random = randomFrom(NO_FAULTS.seed);

  settings(): FaultSettings {
    return { ...this.current };
  }

  /**
   * Changes what is named and leaves the rest; the sequence starts again from the seed.
   *
   * @throws RangeError that names a setting out of bounds
   */
  set(changes: Partial<FaultSettings>): void {
    const wanted = { ...this.current, ...changes };
    for (const name of RATES) {
      if (!(wanted[name] >= 0 && wanted[name] <= 1)) throw new RangeError(`${name} must be between 0 and 1.`);
    }
    const { from, to } = wanted.latency;
    if (!(from >= 0 && from <= to && to <= LONGEST_LATENCY_MS)) {
      throw new RangeError(`latency must be a range of milliseconds up to ${LONGEST_LATENCY_MS}.`);
    }
    if (!Number.isInteger(wanted.seed)) throw new RangeError('seed must be a whole number.');
    this.current = wanted;
    this.random = randomFrom(wanted.seed);
  }

  clear(): void {
    this.set(NO_FAULTS);
  }

  /** Draws the fate of the next request. @param inTransaction only such requests can meet a conflict */
  next(inTransaction: boolean): RequestFate {
    const { conflicts, latency, timeouts, errors, lostAnswers } = this.current;
    // Always five draws, so that changing one rate does not move the faults of another.
    const [delay, timeout, error, conflict, lost] = [
      this.random(),
      this.random(),
      this.random(),
      this.random(),
      this.random(),
    ];
    const delayMs = latency.from + delay * (latency.to - latency.from);
    if (timeout < timeouts) return { delayMs, ending: 'timeout' };
    if (error < errors) return { delayMs, ending: 'error' };
    if (inTransaction && conflict < conflicts) return { delayMs, ending: 'conflict' };
    return { delayMs, ending: lost < lostAnswers ? 'lostAnswer' : 'answer' };
  }
}

/** Marsaglia's xorshift in 32 bits: small, and the same everywhere. @returns numbers from 0 up to, not including, 1 */
function randomFrom(seed: number): () => number {
  // Zero would stay zero.
  let state = (seed ^ 0x9e3779b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
