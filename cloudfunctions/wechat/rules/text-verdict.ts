import type { CheckScene, Verdict } from '../../../shared/wechat/model';

/** WeChat takes 2,500 characters at a time. */
const pieceLength = 2500;
/** So that a word on the seam is seen whole. */
const overlap = 50;

/** A text in pieces that WeChat takes, each beginning a little before the last one ended. */
export function piecesOf(text: string): string[] {
  const characters = [...text];
  const pieces: string[] = [];
  for (let at = 0; at === 0 || at + overlap < characters.length; at += pieceLength - overlap) {
    pieces.push(characters.slice(at, at + pieceLength).join(''));
  }
  return pieces;
}

/** Nobody judged: a person decides. */
export const unjudged: Verdict = { suggest: 'review', label: 0, judgedBy: 'nobody' };

const gravity: Readonly<Record<Verdict['suggest'], number>> = { pass: 0, review: 1, risky: 2 };

/** The gravest of several verdicts. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce(
    (worst, verdict) => (gravity[verdict.suggest] > gravity[worst.suggest] ? verdict : worst),
    verdicts[0] ?? unjudged,
  );
}

/** WeChat's numbers for where a content will stand. */
export const sceneNumber: Readonly<Record<CheckScene, number>> = { profile: 1, comment: 2, forum: 3, log: 4 };
