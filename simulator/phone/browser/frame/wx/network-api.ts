import type { Network } from '../../bridge';
import { shell } from '../shell';
import { asyncApi, type Options } from './api';

type Listener = (state: Options) => void;
const statusListeners = new Set<Listener>();
const weakListeners = new Set<Listener>();
/** How much later an answer comes over the weak network, in ms: long enough to see what a page does meanwhile. */
const WEAK_DELAY = 2500;

function typeOf(network: Network): string {
  return network === 'weak' ? '3g' : network;
}

/** Tells the program; called by the shell's switch. */
export function networkChanged(network: Network): void {
  const networkType = typeOf(network);
  for (const listener of statusListeners) listener({ isConnected: network !== 'none', networkType });
  for (const listener of weakListeners) listener({ weakNet: network === 'weak', networkType });
}

/** Waits as long as the network takes. @returns whether the phone may reach the cloud then */
export async function reachNetwork(): Promise<boolean> {
  if (shell.network === 'weak') await new Promise((resolve) => setTimeout(resolve, WEAK_DELAY));
  return shell.network !== 'none';
}

function pair(name: string, listeners: Set<Listener>): Record<string, (...values: never[]) => unknown> {
  return {
    [`on${name}`]: (listener: Listener) => void listeners.add(listener),
    [`off${name}`]: (listener?: Listener) => {
      if (listener === undefined) listeners.clear();
      else listeners.delete(listener);
    },
  };
}

export const networkApi: Record<string, (...values: never[]) => unknown> = {
  getNetworkType: asyncApi('getNetworkType', () => ({
    networkType: typeOf(shell.network),
    hasSystemProxy: false,
    weakNet: shell.network === 'weak',
  })),
  ...pair('NetworkStatusChange', statusListeners),
  ...pair('NetworkWeakChange', weakListeners),
};
