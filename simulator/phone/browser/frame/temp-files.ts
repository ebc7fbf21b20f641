/** Files a person chose or the program wrote, under WeChat's temporary paths (`http://tmp/…`), for one session. */
const files = new Map<string, { blob: Blob; url: string }>();
let sequence = 0;

type CloudResolver = (fileId: string) => Promise<string>;
let cloudUrl: CloudResolver = async (fileId) => {
  throw new Error(`${fileId}: wx.cloud is not there yet`);
};

/** Teaches images to read `cloud://` files; set by wx.cloud. */
export function resolveCloudFilesWith(resolver: CloudResolver): void {
  cloudUrl = resolver;
}

/** Keeps a file. @returns its temporary path, with the ending of `name` */
export function keepTempFile(blob: Blob, name: string): string {
  sequence += 1;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const path = `http://tmp/${Date.now().toString(36)}${sequence}${ending.toLowerCase()}`;
  files.set(path, { blob, url: URL.createObjectURL(blob) });
  return path;
}

/** The content behind a temporary path. */
export function tempFile(path: string): Blob | undefined {
  return files.get(path)?.blob;
}

/** Replaces or creates the file at a path (FileSystemManager writes below `http://usr/`). */
export function writeFile(path: string, blob: Blob): void {
  const before = files.get(path);
  if (before !== undefined) URL.revokeObjectURL(before.url);
  files.set(path, { blob, url: URL.createObjectURL(blob) });
}

/** @returns whether there was such a file */
export function removeFile(path: string): boolean {
  const file = files.get(path);
  if (file !== undefined) URL.revokeObjectURL(file.url);
  return files.delete(path);
}

/** A URL the browser can load for what a program writes as `src`: temporary, cloud, remote or in the package. */
export async function resolveFileUrl(source: string): Promise<string> {
  const temporary = files.get(source);
  if (temporary !== undefined) return temporary.url;
  if (source.startsWith('cloud://')) return cloudUrl(source);
  if (/^(https?|data|blob):/.test(source)) return source;
  const inPackage = new URL(source, new URL(`/app/files/${packageFolder()}`, location.href));
  return source.startsWith('/') ? `/app/files${source}` : inPackage.href;
}

let packageFolder = (): string => '';

/** Relative paths in `src` start at the current page's folder; set by the page stack. */
export function resolveRelativeTo(folder: () => string): void {
  packageFolder = folder;
}
