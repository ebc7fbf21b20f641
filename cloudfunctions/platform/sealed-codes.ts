import { type Collection, is } from './db';
import { keyed } from './secret';

/** How long a code can be asked for again by the request that revealed it: an answer may get lost. */
export const repeatableMinutes = 24 * 60;

/** Free codes that are looked at before one is taken, so that those who take at once rarely want the same. */
export const codesInView = 50;

/** Twins of one request bring in the same codes: how often to look which are still missing. */
const tries = 3;

/** The same code of the same owner has the same `_id`, and so comes in once; the `_id` does not tell the code. */
export const sealedCodeId = (what: 'giftCode' | 'giftCard', ownerId: string, text: string) =>
  `${ownerId}.${keyed('blindIndex', `${what}\n${ownerId}\n${text}`).slice(0, 24)}`;

/** Which of the free codes in view a taker tries first; the next ones when somebody was faster. */
export function codeInView(ids: readonly string[], takerId: string, attempt: number): string | null {
  const from = [...takerId].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
  return ids[(from + attempt) % Math.max(ids.length, 1)] ?? null;
}

/** Writes those of the codes that are not there yet. `wanted` is the text by `_id`, at most 200. */
export async function bringInCodes<Code extends { _id: string }>(
  codes: Collection<Code>,
  wanted: ReadonlyMap<string, string>,
  made: (id: string, text: string) => Code,
): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const found = await codes.list({
      where: { _id: is.among([...wanted.keys()]) },
      fields: ['_id'],
      limit: wanted.size,
    });
    const known = new Set(found.map(({ _id }) => _id));
    const missing = [...wanted].filter(([id]) => !known.has(id));
    if (missing.length === 0 || (await codes.insertMany(missing.map(([id, text]) => made(id, text))))) return;
  }
}
