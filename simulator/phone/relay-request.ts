import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where a program's `wx.request` may go: this machine. Names of it only, no look-up that could lead elsewhere. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** WeChat's limit on what is sent at once, in bytes. */
const MOST_BYTES = 10 * 1024 * 1024;
/** Of one connection, not of the message; and what fetch has undone already. */
const NOT_RELAYED = new Set(['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding']);

/** Whether the phone may reach an address: http or https on this machine. */
function isReachable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (protocol === 'http:' || protocol === 'https:') && LOOPBACK.test(hostname);
}

/**
 * Sends what a program's `wx.request` asks for: a mini program is bound by no browser's rules about origins, so its
 * requests leave from here. Address, method and headers come in headers of their own, which no page of another site can
 * send unasked; status and headers of the answer go back the same way (`x-phone-status`, `x-phone-headers`).
 */
export async function relayRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = decodeURIComponent(String(request.headers['x-phone-url'] ?? ''));
  if (!isReachable(address)) {
    response.writeHead(403).end('only addresses of this machine');
    return;
  }
  const given: unknown = JSON.parse(decodeURIComponent(String(request.headers['x-phone-headers'] ?? '{}')));
  const method = String(request.headers['x-phone-method'] ?? 'GET');
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  try {
    const body = await readBytes(request);
    const headers = { ...(given as Record<string, string>), ...origin(address, request.headers.host) };
    const bodiless = body.length === 0 || method === 'GET' || method === 'HEAD';
    const sent = { method, headers, ...(bodiless ? {} : { body: new Uint8Array(body) }), signal: gone.signal };
    const answer = await follow(address, sent);
    const heard = [...answer.headers].filter(([name]) => !NOT_RELAYED.has(name));
    response.writeHead(200, {
      'x-phone-status': String(answer.status),
      'x-phone-headers': encodeURIComponent(JSON.stringify(heard)),
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
    });
    response.end(Buffer.from(await answer.arrayBuffer()));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(reason || 'connection refused');
  }
}

/** What is closed to pages on the simulator's own address stays closed to a program. */
function origin(address: string, host: string | undefined): Record<string, string> {
  return new URL(address).host === host ? { origin: `http://${host}` } : {};
}

const MOST_REDIRECTS = 5;

/** Follows redirects while they stay on this machine; any other is the answer itself. */
async function follow(address: string, sent: RequestInit): Promise<Response> {
  let at = address;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await fetch(at, { ...sent, redirect: 'manual' });
    const location = answer.headers.get('location');
    const isRedirect = answer.status >= 300 && answer.status < 400 && location !== null;
    if (!isRedirect || sent.method !== 'GET' || redirects === MOST_REDIRECTS) return answer;
    const next = new URL(location, at).href;
    if (!isReachable(next)) return answer;
    at = next;
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) throw new Error('more than 10 MB');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
