import { reportProblem } from '../problems';
import { shell } from '../shell';
import type { Options } from './api';

type Listener = (answer?: Options) => void;

const listeners: Record<'check' | 'ready' | 'failed', Listener[]> = { check: [], ready: [], failed: [] };
let state: 'none' | 'ready' | 'failed' = 'none';

/** A newer build is there: fetched at once, or not at all without a network. Called by the shell. */
export function updateFound(): void {
  state = shell.network === 'none' ? 'failed' : 'ready';
  for (const listener of listeners.check) listener({ hasUpdate: true });
  tell();
}

function tell(): void {
  if (state === 'none') return;
  for (const listener of listeners[state]) listener();
}

/**
 * `wx.getUpdateManager()`: at the start there is never an update, since the phone has just fetched the newest build.
 * One comes when the program is built again while the switch beside the phone says that programs are to be told.
 */
export function updateManager(): Record<string, unknown> {
  return {
    onCheckForUpdate: (listener: Listener) => {
      listeners.check.push(listener);
      setTimeout(() => listener({ hasUpdate: state !== 'none' }));
    },
    onUpdateReady: (listener: Listener) => {
      listeners.ready.push(listener);
      if (state === 'ready') setTimeout(listener);
    },
    onUpdateFailed: (listener: Listener) => {
      listeners.failed.push(listener);
      if (state === 'failed') setTimeout(listener);
    },
    applyUpdate: () => {
      if (state === 'ready') shell.restart();
      else reportProblem('error', 'applyUpdate: update is not ready');
    },
  };
}
