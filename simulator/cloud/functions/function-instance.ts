import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { CloudError } from '../cloud-error';
import { residentBytes } from './resident-memory';

/** One invocation, as the instance receives it. */
export interface Invocation {
  event: unknown;
  context: Record<string, unknown>;
  /** Set for this call only and deleted before the next. */
  environment: Record<string, string>;
  timeoutMs: number;
  /** How far the time of the cloud is ahead of real time. */
  shiftMs: number;
}

/** How an instance is started. */
export interface InstanceOptions {
  /** The folder of the built function. */
  folder: string;
  environment: Record<string, string>;
  /** The process is killed when it occupies more; without Linux only its heap is bounded. */
  memoryMb: number;
  /** The shift of the clock while the function loads. */
  shiftMs: () => number;
  /** Everything the function prints. */
  print: (stream: 'stdout' | 'stderr', text: string) => void;
}

type Message =
  | { type: 'ready' }
  | { type: 'broken'; message: string }
  | { type: 'result'; text: string }
  | { type: 'error'; message: string };

interface Waiting {
  resolve: (text: string) => void;
  reject: (error: CloudError) => void;
}

const BOOTSTRAP = join(__dirname, 'bootstrap.cjs');

/** A function that takes longer to load is broken. */
const LOAD_MS = 20_000;

/** How often the memory of a running invocation is looked at. */
const WEIGH_MS = 50;

/** What V8 says before it gives up a process whose heap is full. */
const HEAP_FULL = /heap out of memory|heap limit/;

/** One child process with one loaded function, one invocation at a time, as on the platform. */
export class FunctionInstance {
  /** False once the process has ended or is being ended. */
  alive = true;
  /** No invocation has run yet. */
  cold = true;
  private readonly child: ChildProcess;
  private readonly ready: Promise<void>;
  private readonly exited: Promise<void>;
  private readonly memoryMb: number;
  private waiting: Waiting | undefined;
  private heapFull = false;

  constructor({ folder, environment, memoryMb, shiftMs, print }: InstanceOptions) {
    this.memoryMb = memoryMb;
    this.child = fork(BOOTSTRAP, [folder, String(shiftMs())], {
      cwd: folder,
      env: environment,
      execArgv: [`--max-old-space-size=${memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => print('stdout', text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (HEAP_FULL.test(text)) this.heapFull = true;
      print('stderr', text);
    });
    this.exited = new Promise((resolve) => this.child.once('exit', () => resolve()));
    this.ready = this.awaitReady();
    // Whoever invokes awaits it; an instance ended before any call must not count as an unheard failure.
    this.ready.catch(() => undefined);
    this.child.on('message', (message: Message) => this.receive(message));
    this.child.once('exit', () => {
      this.alive = false;
    });
    // "close" comes after the last of the output, which tells whether the heap was full.
    this.child.once('close', (code, signal) => {
      if (this.heapFull) this.waiting?.reject(this.memoryExceeded());
      else this.fail(`The function's process ended (${signal ?? `code ${code}`}).`);
    });
  }

  /** Runs one invocation; its result as JSON text. Beyond the time limit the process is killed. */
  async invoke({ event, context, environment, timeoutMs, shiftMs }: Invocation): Promise<string> {
    await this.ready;
    this.cold = false;
    return new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => {
        const seconds = timeoutMs / 1000;
        this.waiting?.reject(
          new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`),
        );
        void this.kill();
      }, timeoutMs);
      const weighing = setInterval(() => this.refuseWeight(), WEIGH_MS);
      const settle = () => {
        clearTimeout(timer);
        clearInterval(weighing);
        this.waiting = undefined;
      };
      this.waiting = {
        resolve: (text) => {
          settle();
          resolve(text);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      };
      this.child.send({ type: 'invoke', event, context, environment, shiftMs });
    });
  }

  /** Ends the process at once and waits until it is gone. */
  async kill(): Promise<void> {
    this.alive = false;
    this.child.kill('SIGKILL');
    await this.exited;
  }

  private refuseWeight(): void {
    const bytes = this.child.pid === undefined ? undefined : residentBytes(this.child.pid);
    if (bytes === undefined || bytes <= this.memoryMb * 1024 * 1024) return;
    this.waiting?.reject(this.memoryExceeded());
    void this.kill();
  }

  private memoryExceeded(): CloudError {
    return new CloudError(
      'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
      `The function needs more than its ${this.memoryMb} MB of memory`,
    );
  }

  private awaitReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const slow = setTimeout(() => refuse(`The function did not load within ${LOAD_MS / 1000} seconds.`), LOAD_MS);
      const refuse = (message: string) => {
        clearTimeout(slow);
        this.alive = false;
        this.child.kill('SIGKILL');
        reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', message));
      };
      this.child.once('message', (message: Message) => {
        if (message.type !== 'ready')
          return refuse(message.type === 'broken' ? message.message : 'The function did not load.');
        clearTimeout(slow);
        resolve();
      });
      this.child.once('error', (error) => refuse(error.message));
      this.child.once('exit', () => refuse('The function ended while it was loading.'));
    });
  }

  private receive(message: Message): void {
    if (message.type === 'result') this.waiting?.resolve(message.text);
    if (message.type === 'error') this.fail(message.message);
  }

  private fail(message: string): void {
    this.waiting?.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', message));
  }
}
