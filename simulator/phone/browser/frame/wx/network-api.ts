import { shell } from '../shell';
import { asyncApi, type Options } from './api';

type Listener = (state: Options) => void;
const listeners = new Set<Listener>();

function state(online: boolean): Options {
  return { isConnected: online, networkType: online ? 'wifi' : 'none' };
}

/** Tells the program; called by the shell's switch. */
export function networkChanged(online: boolean): void {
  for (const listener of listeners) listener(state(online));
}

/** Whether the phone may reach the cloud now. */
export function isOnline(): boolean {
  return shell.online;
}

export const networkApi: Record<string, (...values: never[]) => unknown> = {
  getNetworkType: asyncApi('getNetworkType', () => ({
    networkType: shell.online ? 'wifi' : 'none',
    hasSystemProxy: false,
    weakNet: false,
  })),
  onNetworkStatusChange: (listener: Listener) => void listeners.add(listener),
  offNetworkStatusChange: (listener?: Listener) => {
    if (listener === undefined) listeners.clear();
    else listeners.delete(listener);
  },
  onNetworkWeakChange: () => undefined,
  offNetworkWeakChange: () => undefined,
};
