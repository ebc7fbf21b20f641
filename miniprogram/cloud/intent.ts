import type { Answer } from '../../shared/kernel/contract';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Names one intent of one person. Only its owner can repeat it, so it needs to be unique, not unguessable. */
export function newRequestId(): string {
  const drawn = Array.from({ length: 16 }, () => alphabet.charAt(Math.floor(Math.random() * alphabet.length)));
  return `${Date.now().toString(36)}-${drawn.join('')}`;
}

/**
 * One thing that a person wants changed. It keeps its request id until the cloud has said yes or no: when nothing came
 * back the change may have happened, and sending the same id again gives the same answer instead of a second change.
 */
export class Intent {
  private kept: string | null = null;
  private underway: Promise<unknown> | null = null;

  /** The id that the next sending will carry. */
  get requestId(): string {
    this.kept ??= newRequestId();
    return this.kept;
  }

  /** A second tap while the first is under way gets the first one's answer. */
  async send<Data>(ask: (requestId: string) => Promise<Answer<Data>>): Promise<Answer<Data>> {
    if (this.underway) return this.underway as Promise<Answer<Data>>;
    const asked = ask(this.requestId);
    this.underway = asked;
    const answer = await asked;
    this.underway = null;
    const settled = answer.ok || (answer.code !== 'unreachable' && answer.code !== 'bug');
    if (settled) this.kept = null;
    return answer;
  }
}
