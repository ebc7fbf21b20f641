import type { IncomingMessage, ServerResponse } from 'node:http';

/** The body of a request was larger than allowed; the rest of it was not read. */
export class BodyTooLarge extends Error {}

/** Reads a request's body up to a bound in bytes. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const part = chunk as Buffer;
    length += part.length;
    if (length > maxBytes) throw new BodyTooLarge(`The body is larger than ${maxBytes} bytes.`);
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
}

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True when the request names this machine: a page of another site that resolves to 127.0.0.1 does not. */
export function isLocalHost(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  return LOCAL_NAMES.has(host.replace(/:\d+$/, ''));
}

/** True when the request comes from our own pages, or from no page at all. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}

/** True when a browser sent the request: the functions' endpoint is not for pages, as on the platform. */
export function isFromPage({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}
