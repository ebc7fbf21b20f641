/** What a bar stands for; the legend says it in words. */
export type Tone = 'came' | 'went' | 'held';

/** One column of the chart: a week. */
export interface ChartColumn {
  key: string;
  label: string;
  bars: { tone: Tone; height: number }[];
  /** The column as a sentence, for whoever does not see it. */
  said: string;
}

/** A bar's height in percent of the tallest. What is not nothing stays visible. */
export function heightOf(points: number, tallest: number): number {
  if (points <= 0 || tallest <= 0) return 0;
  return Math.max(2, Math.round((points / tallest) * 100));
}
