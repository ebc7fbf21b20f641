/** What WeChat thinks of a content, with the number of the reason. */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  /** 100 nothing, 10001 advertising, 20006 crime, 20008 fraud, … */
  label: number;
  /** The word that decided. */
  keyword?: string;
}

/** Nothing was found. */
export const PASSED: Readonly<Verdict> = { suggest: 'pass', label: 100 };

/** A few words, so that all three verdicts can be seen; WeChat's own list is secret and long. */
const WORDS: readonly (readonly [word: string, suggest: 'review' | 'risky', label: number])[] = [
  ['赌博', 'risky', 20006],
  ['毒品', 'risky', 20006],
  ['办假证', 'risky', 20006],
  ['代开发票', 'risky', 20008],
  ['刷单返利', 'risky', 20008],
  ['加微信', 'review', 10001],
  ['优惠券群', 'review', 10001],
];

/** Judges a text by the local word list; risky words come before doubtful ones. */
export function judgeText(text: string): Verdict {
  const found = WORDS.find(([word]) => text.includes(word));
  if (found === undefined) return PASSED;
  const [keyword, suggest, label] = found;
  return { suggest, label, keyword };
}
