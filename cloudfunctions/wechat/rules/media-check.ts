import type { Instant } from '../../../shared/kernel/scalar';
import type { CheckScene, MediaAsker, MediaChecked, Verdict } from '../../../shared/wechat/model';

/** A picture or recording that WeChat is asked about. asking → checking → judged → told. */
export interface MediaCheck {
  _id: string;
  state: 'asking' | 'checking' | 'judged' | 'told';
  personId: string;
  asker: MediaAsker;
  subjectId: string;
  fileId: string;
  media: 'picture' | 'recording';
  scene: CheckScene;
  /** WeChat's name for the check; null until WeChat has taken it. */
  traceId: string | null;
  verdict: Verdict | null;
  askedAt: Instant;
  judgedAt: Instant | null;
  /** Since when it waits for its next step; null when it was told. */
  openSince: Instant | null;
  purgeAt: Instant | null;
}

/** A verdict that came before its check knew its trace id. */
export interface MediaVerdict {
  _id: string;
  verdict: Verdict;
  at: Instant;
  purgeAt: Instant;
}

/** WeChat promises half an hour; after an hour a person decides. */
export const verdictPatienceMinutes = 60;

/** The check of a subject, so that one subject is asked about once. */
export const mediaCheckId = (asker: MediaAsker, subjectId: string) => `${asker}.${subjectId}`;

/** What the asker is told. */
export function mediaChecked({ asker, subjectId, judgedAt, verdict }: MediaCheck): MediaChecked {
  if (verdict === null || judgedAt === null) throw new Error('only a judged check can be told');
  return { factId: `media.${asker}.${subjectId}`, subjectId, verdict, at: judgedAt };
}
