import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CloudOptions } from './start-cloud';

/** A local cloud that can be killed and measured like any other process. */
export interface CloudProcess {
  url: string;
  /** The most memory it has ever had, in MB (2^20 bytes). */
  peakMb(): Promise<number>;
  /** Ends it as a power button does: nothing is written any more. */
  kill(): Promise<void>;
}

/** Starts one; the promise fails when it ends before it listens. */
export async function startCloudProcess(
  options: Pick<CloudOptions, 'data' | 'declarations' | 'strict' | 'sync'>,
): Promise<CloudProcess> {
  const child = fork(join(__dirname, 'run-cloud.cjs'), [JSON.stringify(options)], { execArgv: [] });
  const ended = once(child, 'exit');
  const started = await Promise.race([once(child, 'message'), ended]);
  const [url] = started as unknown[];
  if (typeof url !== 'string') throw new Error('The cloud ended before it listened.');
  return {
    url,
    async peakMb() {
      const told = once(child, 'message');
      child.send('memory');
      const [kilobytes] = (await told) as unknown[];
      return Math.round(Number(kilobytes) / 1024);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
