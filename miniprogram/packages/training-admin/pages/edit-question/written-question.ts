import type { Question } from '../../../../../shared/training/question';

let written: Question | null = null;

/** A question of a quiz goes back to its lesson, which is saved as a whole. */
export function giveWrittenQuestion(question: Question): void {
  written = question;
}

export function takeWrittenQuestion(): Question | null {
  const taken = written;
  written = null;
  return taken;
}
