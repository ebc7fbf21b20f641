import { dayOf } from '../../shared/kernel/day';
import type { OnboardingRun } from '../../shared/onboarding/run';
import { refuse } from '../../shared/refusal';
import { type Caller, personOf } from '../platform/caller';
import { ask } from '../platform/outbox';
import type { StoredRun } from './documents';
import { maySee, runView, type Viewer } from './rules/run-view';
import { store } from './store';

export function viewerOf(caller: Caller): Viewer {
  const { personId, departmentName } = personOf(caller);
  return { personId, departmentName, roles: caller.roles, reach: caller.reach };
}

/** A run in which the caller has a part; to everybody else it is as if it were not there. */
export async function visibleRun(runId: string, viewer: Viewer): Promise<StoredRun> {
  const run = await store.runs.read(runId);
  return run && maySee(run, viewer) ? run : refuse('run_not_found');
}

export const seen = (run: StoredRun, viewer: Viewer, now: Date): OnboardingRun => runView(run, viewer, dayOf(now));

/** Refuses words that WeChat finds risky; asks it only where there are words. */
export async function checkWords(personId: string, text: string, now: Date): Promise<void> {
  if (text.trim() === '') return;
  const verdict = await ask('wechat', 'checkText', { personId, scene: 'profile', text }, now);
  if (!verdict.ok) return refuse('wait_and_repeat');
  if (verdict.data.suggest === 'risky') return refuse('text_refused');
}
