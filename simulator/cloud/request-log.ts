/** One request to the local cloud and what it cost. */
export interface RequestRecord {
  /** The wire's name, for instance `database.getDocument`. */
  action: string;
  collection?: string;
  /** The invocation of a function that made it, when it came from one. */
  traceId?: string;
  /** Documents or index rows visited, those skipped included. */
  examined: number;
  /** Documents returned or changed. */
  returned: number;
  /** The index that served it; absent when none did. */
  index?: string;
  millis: number;
  /** The error code, when it was refused. */
  code?: string;
}

/** The latest requests are kept, older ones forgotten. */
const CAPACITY = 10_000;

/** Every database, storage and function request since the last clear, oldest first. */
export class RequestLog {
  private records: RequestRecord[] = [];

  add(record: RequestRecord): void {
    this.records.push(record);
    if (this.records.length > CAPACITY * 2) this.records = this.records.slice(-CAPACITY);
  }

  list(): RequestRecord[] {
    return this.records.slice(-CAPACITY);
  }

  clear(): void {
    this.records = [];
  }
}
