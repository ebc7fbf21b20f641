import type { Answer } from '../../shared/kernel/contract';
import { momentInWords } from '../wording/day';
import { forgetAnswer, keepAnswer, keptAnswer } from './cache';
import { refusalText } from './refusal-text';

/** How a page stands: what components/page-frame draws around its content. */
export interface Frame {
  state: 'loading' | 'ready' | 'failed';
  /** Why there is nothing to show, or nothing newer. */
  problem: string;
  /** Whether asking again may help: a right that somebody has not does not come by tapping. */
  mayRetry: boolean;
  /** Set while kept content is shown because nothing newer came. */
  updatedAt: string;
}

export const loading: Frame = { state: 'loading', problem: '', mayRetry: true, updatedAt: '' };
export const ready: Frame = { state: 'ready', problem: '', mayRetry: true, updatedAt: '' };

type Code = Extract<Answer<unknown>, { ok: false }>['code'];

/** Whether the same question may be answered otherwise the next time. */
export function mayHelp(code: Code): boolean {
  return code === 'unreachable' || code === 'bug' || code.endsWith('_busy');
}

/** Anything that takes data: a page or a component. */
export interface Screen {
  setData(data: Record<string, unknown>): void;
}

export interface Reading<Data> {
  /** What the answer is kept under; null for what must not stay on the phone. */
  keepAs: string | null;
  ask: () => Promise<Answer<Data>>;
  show: (data: Data) => void;
}

/** What was kept, shown; null when nothing was, or in a shape of an earlier version that cannot be shown any more. */
function shownFromKept<Data>(name: string, show: (data: Data) => void) {
  const kept = keptAnswer<Data>(name);
  if (!kept) return null;
  try {
    show(kept.data);
    return kept;
  } catch {
    forgetAnswer(name);
    return null;
  }
}

/**
 * Shows what was kept at once, then what the cloud says. Kept content outlives a lost connection, but not a refusal.
 * Answers whether something fresh came.
 */
export async function fillFrame<Data>(screen: Screen, { keepAs, ask, show }: Reading<Data>): Promise<boolean> {
  const kept = keepAs === null ? null : shownFromKept<Data>(keepAs, show);
  if (kept) screen.setData({ frame: ready });
  const answer = await ask();
  if (answer.ok) {
    if (keepAs !== null) keepAnswer(keepAs, answer.data);
    show(answer.data);
    screen.setData({ frame: ready });
    return true;
  }
  const problem = refusalText(answer);
  const stillTrue = kept !== null && (answer.code === 'unreachable' || answer.code === 'bug');
  if (stillTrue) {
    screen.setData({
      frame: { state: 'ready', problem, mayRetry: true, updatedAt: momentInWords(kept.readAt, new Date()) },
    });
  } else {
    if (keepAs !== null) forgetAnswer(keepAs);
    screen.setData({ frame: { state: 'failed', problem, mayRetry: mayHelp(answer.code), updatedAt: '' } });
  }
  return false;
}
