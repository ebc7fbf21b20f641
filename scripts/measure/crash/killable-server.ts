import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudOptions } from '../../../simulator/cloud/start-cloud';

const program = join(__dirname, '../../../simulator/cloud/run-cloud.cjs');

/** The local cloud in a process of its own, with its functions in theirs, to be killed −9 and started again. */
export class KillableServer {
  private child: ChildProcess | undefined;
  private address: Promise<string>;

  constructor(private readonly options: CloudOptions) {
    this.address = this.start();
  }

  /** Where it listens; while it is being started, once it does. */
  url(): Promise<string> {
    return this.address;
  }

  /** Ends the server and every function in the same instant, and starts the server again on the same files. */
  async killAll(): Promise<void> {
    const { child } = this;
    if (!child?.pid) return;
    const ended = once(child, 'exit');
    // A group of their own: the negative id reaches all of them at once.
    process.kill(-child.pid, 'SIGKILL');
    this.address = ended.then(() => this.start());
    await this.address;
  }

  /** Ends the functions wherever they are in their work; the server starts others when they are called. */
  killFunctions(): void {
    const pid = this.child?.pid;
    if (!pid) return;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    for (const function_ of children.filter(Boolean)) {
      try {
        process.kill(Number(function_), 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    }
  }

  async close(): Promise<void> {
    await this.address;
    if (!this.child?.pid) return;
    const ended = once(this.child, 'exit');
    process.kill(-this.child.pid, 'SIGTERM');
    await ended;
  }

  private async start(): Promise<string> {
    const child = fork(program, [JSON.stringify(this.options)], { execArgv: [], detached: true, silent: true });
    this.child = child;
    const [url] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
    if (typeof url !== 'string') throw new Error('the cloud ended before it listened');
    return url;
  }
}
