/** A document with the counter and the batch that last wrote it. */
export interface Written {
  version: number;
  batchId: string | null;
}

/** Where a document stands against the version that the preview saw. */
export type WrittenState = 'untouched' | 'written' | 'changedMeanwhile';

/**
 * Whether this batch may still write a document, has written it already, or somebody else was there in between: then
 * the row is reported and nothing is overwritten.
 */
export function writtenState(current: Written | undefined, seen: Written, batchId: string): WrittenState {
  if (!current) return 'changedMeanwhile';
  if (current.version === seen.version && current.batchId === seen.batchId) return 'untouched';
  return current.version === seen.version + 1 && current.batchId === batchId ? 'written' : 'changedMeanwhile';
}
