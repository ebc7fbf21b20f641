import type { WeChatParameters } from './wechat-answer';

/** One call of WeChat's open API and what came of it. */
export interface OutboxEntry {
  /** Rises by one with every call. */
  number: number;
  /** By the clock of the cloud, ISO 8601. */
  at: string;
  /** For instance `subscribeMessage.send`. */
  api: string;
  /** Whom it was for, where it was for somebody. */
  openId?: string;
  parameters: WeChatParameters;
  /** Zero: it was sent. */
  errcode: number;
  errmsg: string;
}

const CAPACITY = 1000;

/** Everything that left for WeChat, refused calls included, oldest first; forgotten when the server ends. */
export class Outbox {
  private entries: OutboxEntry[] = [];
  private count = 0;

  add(entry: Omit<OutboxEntry, 'number'>): void {
    this.entries.push({ number: ++this.count, ...entry });
    if (this.entries.length > CAPACITY * 2) this.entries = this.entries.slice(-CAPACITY);
  }

  list(): OutboxEntry[] {
    return this.entries.slice(-CAPACITY);
  }

  clear(): void {
    this.entries = [];
  }
}
