/** Lists in pieces of a size that one request carries. */
export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

/** Asks for a long list of keys in several requests, one after the other, and joins the answers. */
export async function askInChunks<Key, Found>(
  keys: Iterable<Key>,
  size: number,
  ask: (chunk: Key[]) => Promise<Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const chunk of chunksOf([...new Set(keys)], size)) found.push(...(await ask(chunk)));
  return found;
}

/** Works on many things, a few at a time: requests overlap, the database is not flooded. */
export async function fewAtATime<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (const chunk of chunksOf(items, 8)) await Promise.all(chunk.map(work));
}
