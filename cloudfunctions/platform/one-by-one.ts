/**
 * Takes what a sweep found one after another. One that fails is logged whole and stays for the next sweep; it does not
 * hold up those behind it.
 */
export async function oneByOne<Document extends { _id: string }>(
  found: readonly Document[],
  follow: (document: Document) => Promise<unknown>,
): Promise<void> {
  for (const document of found) {
    try {
      await follow(document);
    } catch (error) {
      const reason = error instanceof Error ? error.stack : String(error);
      console.error(JSON.stringify({ level: 'error', document: document._id, error: reason }));
    }
  }
}
