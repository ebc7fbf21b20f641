/** One run of a function. */
export interface InvocationRecord {
  functionName: string;
  requestId: string;
  /** By the clock of the cloud, ISO 8601. */
  at: string;
  /** The chain of callers, for instance `wx_client,scf`. */
  source: string;
  openId?: string;
  /** Waiting for a free instance and loading a new one included. */
  millis: number;
  /** A process was started for it. */
  cold: boolean;
  /** Absent when it succeeded. */
  code?: string;
}

const CAPACITY = 500;

/** The latest invocations of all functions, oldest first. */
export class InvocationLog {
  private records: InvocationRecord[] = [];

  add(record: InvocationRecord): void {
    this.records.push(record);
    if (this.records.length > CAPACITY * 2) this.records = this.records.slice(-CAPACITY);
  }

  list(): InvocationRecord[] {
    return this.records.slice(-CAPACITY);
  }
}
