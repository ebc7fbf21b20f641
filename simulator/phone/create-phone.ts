import { createHash } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import { buildProgram, type ProgramBuild, packageFile } from './build/build-program';
import { KeptBundles } from './build/kept-bundles';
import { programRoot } from './build/read-program';
import { sourcePlace } from './build/source-places';
import { divisions, fontFile, fontSheet, iconFile } from './device-assets';
import { relayRequest } from './relay-request';

export interface PhoneOptions {
  /** Path of the program's project.config.json. */
  projectFile: string;
  /** Built once, without watching or reloading: for journeys. */
  production?: boolean;
}

/** A phone for the browser, to be mounted in an HTTP server beside the local cloud. */
export interface Phone {
  /** Answers what belongs to the phone: `/` and `/app/…`. @returns whether it did */
  respond(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** What the last build had to complain about; the phone lists them too. */
  problems: string[];
  /** Compiles the program again and reloads the open phones. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/** A burst of saves is one change. */
const SETTLE_MILLIS = 80;
/** The line of frame.html that fetches the main package. */
const MAIN_PACKAGE = '<script src="/app/program.js"></script>\n';
const BROWSER = path.join(__dirname, 'browser');
const SCRIPT = 'text/javascript; charset=utf-8';
const SHEET = 'text/css; charset=utf-8';

interface Asset {
  type: string;
  body: string | Buffer;
  /** Of what the browser may keep as long as it asks each time whether it still holds. */
  tag?: string;
}

type Assets = ReadonlyMap<string, Asset>;

/**
 * Compiles a native mini program and the phone that runs it.
 *
 * @throws when project.config.json cannot be read; what is wrong inside the program becomes a problem instead
 */
export async function createPhone(options: PhoneOptions): Promise<Phone> {
  const production = options.production === true;
  const root = programRoot(options.projectFile);
  const assets = await deviceScripts(production);
  const bundles = new KeptBundles();
  let built = await buildProgram(root, production, bundles);
  let packages = packageAssets(built);
  let building = Promise.resolve();
  const open = new Set<ServerResponse>();
  const phone: Phone = {
    problems: built.problems,
    respond: async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://phone');
      if (url.pathname === '/app/request' && request.method === 'POST') {
        await relayRequest(request, response);
        return true;
      }
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      if (url.pathname === '/app/changes') {
        listen(response, open);
        return true;
      }
      const asset = await find(url, { assets, packages, built, root, production });
      if (asset === undefined) return notFound(url.pathname, response);
      answer(asset, url.pathname, request, response);
      return true;
    },
    rebuild: () => {
      // One after the other, so that the last state of the files is the one that stays.
      building = building.then(async () => {
        try {
          built = await buildProgram(root, production, bundles);
          packages = packageAssets(built);
          phone.problems = built.problems;
        } catch (error) {
          // A file vanished while it was read: the phone keeps what it has until the next change.
          phone.problems = [error instanceof Error ? error.message : String(error)];
          return;
        }
        for (const listener of open) listener.write('event: built\ndata: \n\n');
      });
      return building;
    },
    close: async () => {
      watcher?.close();
      for (const listener of open) listener.end();
    },
  };
  const watcher = production ? undefined : watchProgram(root, () => phone.rebuild());
  return phone;
}

function watchProgram(root: string, changed: () => Promise<void>): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(root, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void changed(), SETTLE_MILLIS);
  });
  // A folder that is written anew (packed npm) may vanish while it is watched; its next change is seen again.
  watcher.on('error', () => undefined);
  return watcher;
}

function listen(response: ServerResponse, open: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': phone\n\n');
  open.add(response);
  response.on('close', () => open.delete(response));
}

/**
 * The two windows of the phone, bundled: the shell around the program and the frame that runs it. Large libraries that
 * few programs need are scripts of their own, fetched when they are first asked for.
 */
async function deviceScripts(production: boolean): Promise<Map<string, Asset>> {
  const result = await esbuild({
    entryPoints: {
      shell: path.join(BROWSER, 'shell/start-shell.ts'),
      frame: path.join(BROWSER, 'frame/start-frame.ts'),
      'database-library': path.join(BROWSER, 'libraries/database-library.ts'),
      'qr-reader': path.join(BROWSER, 'libraries/qr-reader.ts'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    outdir: '/',
    minify: production,
    define: { 'process.env.NODE_ENV': '"production"', process: '{"env":{"NODE_ENV":"production"}}' },
    legalComments: 'none',
    tsconfigRaw: '{}',
  });
  const assets = new Map<string, Asset>();
  for (const file of result.outputFiles) assets.set(`/app/${path.basename(file.path)}`, kept(SCRIPT, file.text));
  const frame = await readFile(path.join(BROWSER, 'frame/frame.html'), 'utf8');
  const html = 'text/html; charset=utf-8';
  assets.set('/', { type: html, body: await readFile(path.join(BROWSER, 'shell/shell.html'), 'utf8') });
  assets.set('/app/', { type: html, body: frame });
  // A visit that begins in an independent subpackage: the main package is fetched when a page first needs it.
  assets.set('/app/alone', { type: html, body: frame.replace(MAIN_PACKAGE, '') });
  assets.set('/app/shell.css', kept(SHEET, await readFile(path.join(BROWSER, 'shell/shell.css'), 'utf8')));
  assets.set('/app/frame.css', kept(SHEET, await readFile(path.join(BROWSER, 'frame/frame.css'), 'utf8')));
  assets.set('/app/fonts.css', kept(SHEET, await fontSheet()));
  return assets;
}

/** What is known of the program, and its packages: encoded once a build, not once a phone. */
function packageAssets(built: ProgramBuild): Assets {
  const assets = new Map<string, Asset>([['/app/about.js', kept(SCRIPT, built.about)]]);
  for (const [pack, { script }] of built.packages) {
    assets.set(`/app/${encodeURI(packageFile(pack))}`, kept(SCRIPT, script));
  }
  return assets;
}

function kept(type: string, text: string): Asset {
  const body = Buffer.from(text);
  return { type, body, tag: `"${createHash('sha1').update(body).digest('base64url')}"` };
}

function answer(
  { type, body, tag }: Asset,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const caching =
    tag === undefined ? { 'cache-control': cachingOf(pathname) } : { 'cache-control': 'no-cache', etag: tag };
  if (tag !== undefined && request.headers['if-none-match'] === tag) response.writeHead(304, caching).end();
  else response.writeHead(200, { 'content-type': type, ...caching }).end(body);
}

async function find(
  { pathname, searchParams: at }: URL,
  phone: { assets: Assets; packages: Assets; built: ProgramBuild; root: string; production: boolean },
): Promise<Asset | undefined> {
  const known = phone.assets.get(pathname) ?? phone.packages.get(pathname);
  if (known !== undefined && pathname === '/') return shellPage(known, phone);
  if (known !== undefined) return known;
  for (const [pack, { map }] of phone.built.packages) {
    if (pathname === `/app/${encodeURI(packageFile(pack))}.map`) return { type: 'application/json', body: map };
  }
  if (pathname === '/app/divisions.json') return divisions();
  if (pathname === '/app/source') return sourceOf(phone.root, phone.built, at);
  const [, kind, name] = /^\/app\/(icons|fonts|files)\/(.+)$/.exec(pathname) ?? [];
  if (name === undefined) return undefined;
  if (kind === 'icons') return iconFile(name);
  return kind === 'fonts' ? fontFile(name) : programFile(phone.root, name);
}

function shellPage({ type, body }: Asset, phone: { built: ProgramBuild; production: boolean }): Asset {
  const independent = JSON.stringify(phone.built.independent).replaceAll('"', '&quot;');
  const page = String(body).replace('%WATCH%', String(!phone.production)).replace('%INDEPENDENT%', independent);
  return { type, body: page };
}

/** Says where a place of a compiled script comes from: `?file=program.js&line=3&column=14`. */
function sourceOf(root: string, built: ProgramBuild, at: URLSearchParams): Asset | undefined {
  const pack = [...built.packages].find(([name]) => packageFile(name) === at.get('file'))?.[1];
  const place = sourcePlace(pack?.map ?? '', root, Number(at.get('line')), Number(at.get('column')));
  return place === undefined ? undefined : { type: 'text/plain; charset=utf-8', body: place };
}

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.json': 'application/json; charset=utf-8',
};

/** A file of the program's package, such as a picture; never one outside it. */
async function programFile(root: string, name: string): Promise<Asset | undefined> {
  try {
    const file = path.join(root, decodeURIComponent(name));
    if (!file.startsWith(root + path.sep)) return undefined;
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { type, body: await readFile(file) };
  } catch {
    return undefined;
  }
}

function notFound(pathname: string, response: ServerResponse): boolean {
  if (!pathname.startsWith('/app/')) return false;
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`no such file in the phone: ${pathname}`);
  return true;
}

/** Fonts and icons never change while the server runs; everything else may. */
function cachingOf(pathname: string): string {
  return /^\/app\/(fonts|icons)\//.test(pathname) ? 'max-age=86400' : 'no-store';
}
