import type { Answer } from '../../../../../shared/kernel/contract';
import type { QuizAnswer } from '../../../../../shared/training/question';

type Kept = Answer<{ millisLeft: number }>;
type Save = (attemptId: string, place: number, answer: QuizAnswer, turn: number) => Promise<Kept>;

/**
 * Brings answers to the cloud in the order they were given. What did not arrive is tried again with the next answer
 * and before handing in; a later answer to the same question takes the place of an earlier one.
 */
export class AnswerKeeper {
  private readonly waiting = new Map<number, { attemptId: string; answer: QuizAnswer; turn: number }>();
  private underway: Promise<Kept | null> = Promise.resolve(null);
  private turn = Math.floor((Date.now() / 100) % 50_000);

  constructor(private readonly save: Save) {}

  /** The answer to the last saving; null when there was nothing left to save. */
  keep(attemptId: string, place: number, answer: QuizAnswer): Promise<Kept | null> {
    this.turn += 1;
    this.waiting.set(place, { attemptId, answer, turn: this.turn });
    return this.settled();
  }

  settled(): Promise<Kept | null> {
    this.underway = this.underway.then(() => this.sendAll());
    return this.underway;
  }

  private async sendAll(): Promise<Kept | null> {
    let last: Kept | null = null;
    for (const [place, entry] of [...this.waiting]) {
      last = await this.save(entry.attemptId, place, entry.answer, entry.turn);
      const isOver = last.ok || (last.code !== 'unreachable' && last.code !== 'bug');
      if (isOver && this.waiting.get(place) === entry) this.waiting.delete(place);
    }
    return last;
  }
}
