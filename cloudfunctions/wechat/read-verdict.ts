import * as z from 'zod';
import { Suggestion, type Verdict } from '../../shared/wechat/model';
import { unjudged } from './rules/text-verdict';

const Result = z.object({ suggest: Suggestion, label: z.int().min(0).max(100_000) });

/** WeChat's word as its answers and events carry it; what cannot be read is nobody's verdict. */
export function readVerdict(result: unknown): Verdict {
  const read = Result.safeParse(result);
  return read.success ? { ...read.data, judgedBy: 'wechat' } : unjudged;
}
