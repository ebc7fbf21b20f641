import { reportProblem } from '../problems';
import { keepTempFile, resolveFileUrl, tempFile } from '../temp-files';
import { ApiError, number, type Options, text } from './api';
import { reachNetwork } from './network-api';

/** WeChat's numbers for what goes wrong with a request. */
const ERRNO = { timeout: 5, notInDomainList: 600002, network: 600003, invalidUrl: 600009 };
/** WeChat's default, in ms. */
const TIMEOUT = 60_000;
/** Hosts that are this machine. */
export const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

type Listener = (value: unknown) => void;

/** What `wx.request` and its kin give back at once. */
interface Task {
  abort(): void;
  onHeadersReceived(listener: Listener): void;
  offHeadersReceived(listener?: Listener): void;
  onProgressUpdate(listener: Listener): void;
  offProgressUpdate(listener?: Listener): void;
}

interface Answered {
  statusCode: number;
  header: Record<string, string>;
  cookies: string[];
  body: Blob;
}

interface Sent {
  url: string;
  method: string;
  header: Record<string, string>;
  body?: BodyInit;
}

/** A running task: what it hears of and how it is ended. */
interface Running {
  ended: AbortController;
  headers: Set<Listener>;
  progress: Set<Listener>;
}

/**
 * `wx.request`, `uploadFile`, `downloadFile`. Only this machine can be reached (the page's own address and any other
 * port of it); every other host is refused as one that is not in the domain list, and named.
 */
export const requestApi: Record<string, (options?: Options) => Task> = {
  request: (options = {}) =>
    start('request', options, async (running) => {
      const sent = requestOf(options);
      const { body, ...answer } = await send('request', sent, options, running);
      return { ...answer, data: await read(body, options) };
    }),
  downloadFile: (options = {}) =>
    start('downloadFile', options, async (running) => {
      const sent = { url: text(options, 'url'), method: 'GET', header: headersOf(options) };
      const { body, statusCode, header } = await send('downloadFile', sent, options, running);
      progressed(running, body.size, 'totalBytesWritten', 'totalBytesExpectedToWrite');
      return { statusCode, header, tempFilePath: keepTempFile(body, new URL(sent.url).pathname) };
    }),
  uploadFile: (options = {}) =>
    start('uploadFile', options, async (running) => {
      const path = text(options, 'filePath');
      const file = tempFile(path) ?? (await (await fetch(await resolveFileUrl(path))).blob());
      const form = new FormData();
      for (const [name, value] of Object.entries((options.formData ?? {}) as Options)) form.append(name, String(value));
      form.append(text(options, 'name', 'file'), file, path.split('/').pop() ?? 'file');
      // The browser writes the parts and their boundary.
      const written = new Response(form);
      const type = written.headers.get('content-type') ?? '';
      const header = { ...headersOf(options), 'content-type': type };
      const sent = { url: text(options, 'url'), method: 'POST', header, body: await written.blob() };
      const { body, statusCode, header: heard } = await send('uploadFile', sent, options, running);
      progressed(running, file.size, 'totalBytesSent', 'totalBytesExpectedToSend');
      return { statusCode, header: heard, data: await body.text() };
    }),
};

/** Runs a call in its callback form, the only one these have; @returns its task */
function start(name: string, options: Options, run: (running: Running) => Promise<Options>): Task {
  const running: Running = { ended: new AbortController(), headers: new Set(), progress: new Set() };
  const tell = (listener: unknown, value: Options): void => {
    for (const each of [listener, options.complete]) if (typeof each === 'function') setTimeout(() => each(value));
  };
  run(running).then(
    (answer) => tell(options.success, { ...answer, errMsg: `${name}:ok` }),
    (error: unknown) => {
      const reason = running.ended.signal.aborted ? running.ended.signal.reason : error;
      const errno = reason instanceof ApiError && reason.errno !== undefined ? { errno: reason.errno } : {};
      const sentence = reason instanceof Error ? reason.message : String(reason);
      tell(options.fail, { errMsg: `${name}:fail ${sentence}`, ...errno });
    },
  );
  const off = (listeners: Set<Listener>, listener: Listener | undefined): void => {
    if (listener === undefined) listeners.clear();
    else listeners.delete(listener);
  };
  return {
    abort: () => running.ended.abort(new ApiError('abort')),
    onHeadersReceived: (listener) => void running.headers.add(listener),
    offHeadersReceived: (listener) => off(running.headers, listener),
    onProgressUpdate: (listener) => void running.progress.add(listener),
    offProgressUpdate: (listener) => off(running.progress, listener),
  };
}

async function send(name: string, sent: Sent, options: Options, { ended, headers }: Running): Promise<Answered> {
  checkAddress(name, sent.url);
  const timeout = number(options, 'timeout', TIMEOUT);
  const timer = setTimeout(() => ended.abort(new ApiError('timeout', ERRNO.timeout)), timeout);
  try {
    if (!(await reachNetwork())) {
      throw new ApiError('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', ERRNO.network);
    }
    const answer = await fetch('/app/request', {
      method: 'POST',
      headers: {
        'x-phone-url': encodeURIComponent(sent.url),
        'x-phone-method': sent.method,
        'x-phone-headers': encodeURIComponent(JSON.stringify(sent.header)),
      },
      ...(sent.body === undefined ? {} : { body: sent.body }),
      signal: ended.signal,
    });
    if (answer.status !== 200) throw new ApiError(await answer.text(), ERRNO.network);
    const pairs = JSON.parse(decodeURIComponent(answer.headers.get('x-phone-headers') ?? '[]')) as [string, string][];
    const heard = {
      statusCode: Number(answer.headers.get('x-phone-status')),
      header: Object.fromEntries(pairs),
      cookies: pairs.flatMap(([header, value]) => (header === 'set-cookie' ? [value] : [])),
    };
    for (const listener of headers) listener(heard);
    // An image is shown by its type.
    const type = heard.header['content-type'] ?? '';
    return { ...heard, body: new Blob([await answer.blob()], { type }) };
  } finally {
    clearTimeout(timer);
  }
}

function checkAddress(name: string, url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new ApiError(`invalid url "${url}"`, ERRNO.invalidUrl);
  }
  if (LOOPBACK.test(new URL(url).hostname)) return;
  reportProblem('network', `wx.${name} to ${new URL(url).host}: the phone reaches this machine only`);
  throw new ApiError(`url not in domain list:${new URL(url).host}`, ERRNO.notInDomainList);
}

/** WeChat puts the data of a GET into the address and writes that of the others as the content type says. */
function requestOf(options: Options): Sent {
  const method = text(options, 'method', 'GET').toUpperCase();
  const header = { 'content-type': 'application/json', ...headersOf(options) };
  const { data } = options;
  const url = text(options, 'url');
  if (method === 'GET' || method === 'HEAD') return { url: withQuery(url, data), method, header };
  if (data === undefined || data === null) return { url, method, header };
  if (typeof data === 'string' || data instanceof ArrayBuffer) return { url, method, header, body: data };
  const asForm = header['content-type'].includes('x-www-form-urlencoded');
  return { url, method, header, body: asForm ? formOf(data).toString() : JSON.stringify(data) };
}

function withQuery(url: string, data: unknown): string {
  if (typeof data !== 'object' || data === null) return url;
  const query = formOf(data).toString().replaceAll('+', '%20');
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function formOf(data: object): URLSearchParams {
  const pairs = Object.entries(data).map(([name, value]): [string, string] => [
    name,
    typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value),
  ]);
  return new URLSearchParams(pairs);
}

function headersOf(options: Options): Record<string, string> {
  const given = Object.entries((options.header ?? {}) as Options);
  // A program cannot say who sent it there.
  const kept = given.filter(([name]) => name.toLowerCase() !== 'referer');
  return Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

async function read(body: Blob, options: Options): Promise<unknown> {
  if (options.responseType === 'arraybuffer') return body.arrayBuffer();
  const content = await body.text();
  if (text(options, 'dataType', 'json') !== 'json') return content;
  try {
    return JSON.parse(content);
  } catch {
    // As WeChat: what is no JSON is given as it came.
    return content;
  }
}

function progressed({ progress }: Running, bytes: number, done: string, expected: string): void {
  for (const listener of progress) listener({ progress: 100, [done]: bytes, [expected]: bytes });
}
