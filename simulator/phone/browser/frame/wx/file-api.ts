import { shell } from '../shell';
import { keepTempFile, removeFile, resolveFileUrl, tempFile, writeFile } from '../temp-files';
import { type Api, ApiError, asyncApi, list, number, type Options, text } from './api';

async function choose(options: Options, accept: string, camera: boolean): Promise<{ file: File; path: string }[]> {
  const limit = number(options, 'count', 9);
  const files = await shell.chooseFiles({ accept, multiple: limit > 1, camera });
  if (files.length === 0) throw new ApiError('cancel');
  return files.slice(0, limit).map((file) => ({ file, path: keepTempFile(file, file.name) }));
}

async function pictureSize(path: string): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = await resolveFileUrl(path);
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}

function accepted(types: string[]): string {
  const kinds = types.includes('mix') ? ['image', 'video'] : types;
  return kinds.map((kind) => `${kind}/*`).join(',');
}

/** Choosing, looking at and keeping files. Temporary paths look like `http://tmp/….csv`. */
export const fileApi: Record<string, Api> = {
  chooseMedia: asyncApi('chooseMedia', async (options) => {
    const types = list(options, 'mediaType').map(String);
    const camera = list(options, 'sourceType').every((source) => source === 'camera') && 'sourceType' in options;
    const chosen = await choose(options, accepted(types.length === 0 ? ['image', 'video'] : types), camera);
    const tempFiles = await Promise.all(
      chosen.map(async ({ file, path }) => {
        const fileType = file.type.startsWith('video/') ? 'video' : 'image';
        const shape = fileType === 'image' ? await pictureSize(path) : { width: 0, height: 0 };
        return { tempFilePath: path, size: file.size, fileType, duration: 0, thumbTempFilePath: '', ...shape };
      }),
    );
    return { tempFiles, type: tempFiles.every((file) => file.fileType === 'image') ? 'image' : 'mix' };
  }),
  chooseImage: asyncApi('chooseImage', async (options) => {
    const chosen = await choose(options, 'image/*', false);
    return {
      tempFilePaths: chosen.map(({ path }) => path),
      tempFiles: chosen.map(({ file, path }) => ({ path, size: file.size })),
    };
  }),
  chooseMessageFile: asyncApi('chooseMessageFile', async (options) => {
    const endings = list(options, 'extension').map((ending) => `.${String(ending).replace(/^\./, '')}`);
    const kind = text(options, 'type', 'all');
    const accept = endings.length > 0 ? endings.join(',') : kind === 'image' || kind === 'video' ? `${kind}/*` : '';
    const chosen = await choose(options, accept, false);
    return {
      tempFiles: chosen.map(({ file, path }) => ({
        path,
        name: file.name,
        size: file.size,
        type: file.type.startsWith('image/') ? 'image' : file.type.startsWith('video/') ? 'video' : 'file',
        time: Math.round(file.lastModified / 1000),
      })),
    };
  }),
  chooseVideo: asyncApi('chooseVideo', async (options) => {
    const [chosen] = await choose({ ...options, count: 1 }, 'video/*', false);
    return { tempFilePath: chosen?.path ?? '', size: chosen?.file.size ?? 0, duration: 0, width: 0, height: 0 };
  }),
  previewMedia: asyncApi('previewMedia', async (options) => {
    const urls = list(options, 'sources').map((source) => String((source as { url?: unknown }).url ?? ''));
    shell.previewImages(await Promise.all(urls.map(resolveFileUrl)), number(options, 'current', 0));
  }),
  previewImage: asyncApi('previewImage', async (options) => {
    const urls = list(options, 'urls').map(String);
    const current = typeof options.current === 'number' ? options.current : urls.indexOf(text(options, 'current'));
    shell.previewImages(await Promise.all(urls.map(resolveFileUrl)), Math.max(0, current));
  }),
  getImageInfo: asyncApi('getImageInfo', async (options) => {
    const source = text(options, 'src');
    const type = /\.(png|gif|webp)$/i.exec(source)?.[1]?.toLowerCase() ?? 'jpeg';
    return { ...(await pictureSize(source)), path: source, orientation: 'up', type };
  }),
  compressImage: asyncApi('compressImage', (options) => ({ tempFilePath: text(options, 'src') })),
  saveImageToPhotosAlbum: asyncApi('saveImageToPhotosAlbum', async (options) => {
    await download(text(options, 'filePath'), 'image.png');
  }),
  saveFileToDisk: asyncApi('saveFileToDisk', async (options) => {
    await download(text(options, 'filePath'), text(options, 'filePath').split('/').pop() ?? 'file');
  }),
  openDocument: asyncApi('openDocument', async (options) => {
    await download(text(options, 'filePath'), text(options, 'filePath').split('/').pop() ?? 'file');
  }),
  canvasToTempFilePath: asyncApi('canvasToTempFilePath', async ({ canvas, fileType }) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new ApiError('canvas is empty');
    const kind = fileType === 'jpg' ? 'jpeg' : 'png';
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, `image/${kind}`));
    if (blob === null) throw new ApiError('canvas is empty');
    return { tempFilePath: keepTempFile(blob, `canvas.${kind}`) };
  }),
  shareFileMessage: asyncApi('shareFileMessage', async (options) => {
    const path = text(options, 'filePath');
    const file = tempFile(path) ?? (await packageFile(path));
    if (file === undefined) throw new ApiError(`no such file or directory, open '${path}'`);
    const name = text(options, 'fileName') || (path.split('/').pop() ?? 'file');
    if (!(await shell.shareFile({ name, bytes: file.size }))) throw new ApiError('cancel');
  }),
  hideKeyboard: asyncApi('hideKeyboard', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }),
};

/** A mini program hands a document to the phone; the phone here hands it to the browser's downloads. */
async function download(path: string, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = await resolveFileUrl(path);
  link.download = name;
  link.click();
}

type Encoding = 'utf8' | 'utf-8' | 'base64' | 'hex' | 'ascii' | 'binary' | 'latin1';

async function readAs(
  path: string,
  encoding: Encoding | undefined,
  position = 0,
  length?: number,
): Promise<string | ArrayBuffer> {
  const whole = tempFile(path) ?? (await packageFile(path));
  if (whole === undefined) throw new ApiError(`no such file or directory, open '${path}'`);
  const blob =
    length === undefined && position === 0
      ? whole
      : whole.slice(position, length === undefined ? undefined : position + length);
  const buffer = await blob.arrayBuffer();
  if (encoding === undefined) return buffer;
  const bytes = new Uint8Array(buffer);
  switch (encoding) {
    case 'base64':
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
    case 'hex':
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'ascii':
    case 'binary':
    case 'latin1':
      return bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');
    default:
      return new TextDecoder().decode(bytes);
  }
}

async function packageFile(path: string): Promise<Blob | undefined> {
  if (/^https?:/.test(path)) return undefined;
  const answer = await fetch(`/app/files/${path.replace(/^\//, '')}`);
  return answer.ok ? answer.blob() : undefined;
}

const manager: Record<string, Api> = {
  readFile: asyncApi('readFile', async (options) => ({
    data: await readAs(
      text(options, 'filePath'),
      options.encoding as Encoding | undefined,
      number(options, 'position', 0),
      options.length === undefined ? undefined : number(options, 'length', 0),
    ),
  })),
  writeFile: asyncApi('writeFile', (options) => {
    const content = options.data;
    writeFile(text(options, 'filePath'), new Blob([content instanceof ArrayBuffer ? content : String(content ?? '')]));
  }),
  copyFile: asyncApi('copyFile', (options) => {
    const path = text(options, 'srcPath');
    const file = tempFile(path);
    if (file === undefined) throw new ApiError(`no such file or directory, copyFile '${path}'`);
    writeFile(text(options, 'destPath'), file);
  }),
  access: asyncApi('access', (options) => {
    const path = text(options, 'path');
    if (tempFile(path) === undefined) throw new ApiError(`no such file or directory ${path}`);
  }),
  unlink: asyncApi('unlink', (options) => {
    const path = text(options, 'filePath');
    if (!removeFile(path)) throw new ApiError(`no such file or directory ${path}`);
  }),
  getFileInfo: asyncApi('getFileInfo', (options) => {
    const file = tempFile(text(options, 'filePath'));
    if (file === undefined) throw new ApiError(`file doesn't exist`);
    return { size: file.size };
  }),
};

/** The file system; asynchronous functions only, as the files live in the browser. */
export function fileSystemManager(): Record<string, Api> {
  return manager;
}
