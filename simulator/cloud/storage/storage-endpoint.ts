import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { sayError } from '../cloud-error';
import { byteRange } from './byte-range';
import { contentTypeOf } from './content-type';
import type { FileStore } from './file-store';
import type { StorageActions } from './storage-actions';

/** Stored files are shown, never run: no script of theirs may act in the name of our pages. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
};

/** `PUT /storage/upload/<permit>` for the SDKs and `GET /storage/<id>?expires&sign` for everybody with a link. */
export class StorageEndpoint {
  private readonly files: FileStore;
  private readonly actions: StorageActions;
  private readonly now: () => Date;

  constructor(files: FileStore, actions: StorageActions, now: () => Date) {
    this.files = files;
    this.actions = actions;
    this.now = now;
  }

  async respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const upload = /^\/storage\/upload\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (upload !== undefined && request.method === 'PUT') return this.receive(request, response, upload);
    const id = /^\/storage\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (id !== undefined && (request.method === 'GET' || request.method === 'HEAD'))
      return this.send(request, response, url, id);
    refuse(response, 404, 'NoSuchKey', 'There is nothing at this address.');
  }

  private async receive(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    const cloudPath = this.actions.redeemPermit(token);
    if (cloudPath === undefined)
      return refuse(response, 200, 'SignatureDoesNotMatch', 'The permit to upload is unknown, used or expired.');
    try {
      await this.files.keep(cloudPath, request);
      response.writeHead(200).end();
    } catch (error) {
      refuse(response, 200, 'EntityTooLarge', sayError(error));
    }
  }

  private async send(request: IncomingMessage, response: ServerResponse, url: URL, id: string): Promise<void> {
    const expires = Number(url.searchParams.get('expires'));
    const valid = this.files.isValid({ id, expires }, url.searchParams.get('sign') ?? '', this.now());
    if (!valid) return refuse(response, 403, 'AccessDenied', 'The link is not valid or has expired.');
    const found = this.files.open(id);
    if (found === undefined) return refuse(response, 404, 'NoSuchKey', 'The file is no longer there.');
    const { file, content } = found;
    const { bytes, cloudPath } = file;
    const headers = { ...SAFE_HEADERS, 'content-type': contentTypeOf(cloudPath), 'accept-ranges': 'bytes' };
    // A player asks for the middle of a film; without an answer it can only begin at the beginning.
    const range = byteRange(request.headers.range, bytes);
    if (range === null) {
      response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes}` }).end();
      return;
    }
    if (range) {
      const { start, end } = range;
      const part = { 'content-length': end - start + 1, 'content-range': `bytes ${start}-${end}/${bytes}` };
      response.writeHead(206, { ...headers, ...part });
    } else response.writeHead(200, { ...headers, 'content-length': bytes });
    if (request.method === 'HEAD') response.end();
    else await pipeline(content(range), response);
  }
}

/** Errors in the form of the platform's object storage, which the SDK parses. */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const text = message.replace(/[<>&]/g, ' ');
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  const details = `<Code>${code}</Code><Message>${text}</Message><RequestId>-</RequestId><TraceId>-</TraceId>`;
  response.end(`<?xml version='1.0' encoding='utf-8' ?><Error>${details}</Error>`);
}
