import { cloud } from './cloud';

/** The path inside our storage that a file id names, or null when it belongs to another environment's form. */
export function cloudPathOf(fileId: string): string | null {
  return /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? null;
}

/** The whole file; null when there is none. */
export async function readFile(fileId: string): Promise<Buffer | null> {
  try {
    const answer = await cloud().downloadFile({ fileID: fileId });
    return Buffer.isBuffer(answer.fileContent) ? answer.fileContent : null;
  } catch {
    // The SDK has no code of its own for a missing file: it fails on the address or on the download.
    return null;
  }
}

/** How a file begins, and how long it is. */
export interface Beginning {
  start: Buffer;
  bytes: number;
}

/** At most the first `count` bytes of a file, without fetching a film whole; null when there is none. */
export async function beginningOf(fileId: string, count: number): Promise<Beginning | null> {
  const address = (await temporaryUrls([fileId])).get(fileId);
  if (address === undefined) return null;
  const answer = await fetch(address, { headers: { range: `bytes=0-${count - 1}` } });
  const reader = answer.body?.getReader();
  if (!answer.ok || !reader) return null;
  const { value = new Uint8Array() } = await reader.read();
  // A storage that answers with everything is not listened to any further.
  await reader.cancel();
  const whole = answer.headers.get('content-range')?.split('/')[1] ?? answer.headers.get('content-length');
  return { start: Buffer.from(value.subarray(0, count)), bytes: Number(whole ?? value.length) };
}

/** Temporary addresses by file id, one request for all (at most 50). */
export async function temporaryUrls(fileIds: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return new Map();
  const answer = await cloud().getTempFileURL({ fileList: wanted });
  return new Map(
    answer.fileList.flatMap((file) => (file.tempFileURL ? [[file.fileID, file.tempFileURL] as const] : [])),
  );
}

/** Writes a file of ours; its id. The same path again is replaced. */
export async function writeFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  return (await cloud().uploadFile({ cloudPath, fileContent })).fileID;
}

export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await cloud().deleteFile({ fileList: [...fileIds] });
}
