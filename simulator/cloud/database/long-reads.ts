import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CloudError } from '../cloud-error';
import type { ActionAnswer, ActionRequest } from '../database-actions';

/** What a thread is asked. */
export interface Question {
  action: string;
  request: ActionRequest;
  now: Date;
}

/** What it answers. */
export type Reply = { answer: ActionAnswer } | { code: string; message: string };

/** A question that waits for a thread or is with one. */
interface Waiting {
  question: Question;
  resolve(answer: ActionAnswer): void;
  reject(error: Error): void;
}

/** More long reads than this at once wait. */
const MAX_THREADS = 2;

/** A pipeline that holds more (MongoDB: 100 MB) is refused instead of taking the server with it. */
const MAX_HEAP_MB = 160;

/**
 * Long reads on threads of their own, each with a connection of its own: they see the database as it was when they
 * began and hold nobody up. A thread is started when there is something for it to do and kept for the next.
 */
export class LongReads {
  private readonly file: string;
  private readonly strict: boolean;
  private readonly threads = new Map<Worker, Waiting | undefined>();
  private queue: Waiting[] = [];
  private closed = false;

  constructor(file: string, strict: boolean) {
    this.file = file;
    this.strict = strict;
  }

  answer(action: string, request: ActionRequest, now: Date): Promise<ActionAnswer> {
    return new Promise((resolve, reject) => {
      this.queue.push({ question: { action, request, now }, resolve, reject });
      this.assign();
    });
  }

  /** Ends the threads; who still waits is refused. */
  async close(): Promise<void> {
    this.closed = true;
    const gone = new CloudError('SYS_ERR', 'The local cloud is closing.');
    for (const waiting of [...this.queue, ...this.threads.values()]) waiting?.reject(gone);
    this.queue = [];
    await Promise.all([...this.threads.keys()].map((thread) => thread.terminate()));
  }

  private assign(): void {
    if (this.queue.length === 0 || this.closed) return;
    const idle = [...this.threads].find(([, work]) => work === undefined)?.[0];
    const thread = idle ?? (this.threads.size < MAX_THREADS ? this.start() : undefined);
    const waiting = thread === undefined ? undefined : this.queue.shift();
    if (thread === undefined || waiting === undefined) return;
    this.threads.set(thread, waiting);
    thread.postMessage(waiting.question);
  }

  private start(): Worker {
    const thread = new Worker(join(__dirname, 'read-thread.cjs'), {
      workerData: { file: this.file, strict: this.strict },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    this.threads.set(thread, undefined);
    thread.on('message', (reply: Reply) => {
      const waiting = this.threads.get(thread);
      this.threads.set(thread, undefined);
      if ('answer' in reply) waiting?.resolve(reply.answer);
      else waiting?.reject(new CloudError(reply.code, reply.message));
      this.assign();
    });
    thread.on('error', (error: Error & { code?: string }) => {
      const waiting = this.threads.get(thread);
      this.threads.delete(thread);
      waiting?.reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error);
      this.assign();
    });
    return thread;
  }
}

function tooLarge(): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `Exceeded memory limit: the read holds more than ${MAX_HEAP_MB} MB. Match, project or limit before sorting, ` +
      'grouping or answering.',
  );
}
