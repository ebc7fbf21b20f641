import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the line breaks: the request never arrives, or it is carried out and its answer is lost. */
export type Break = 'before' | 'after';

/**
 * A line between the SDK and the cloud that can break at any request to the database. From then on nothing passes, as
 * if the function had been killed there.
 */
export interface FaultyLine {
  /** Breaks at the n-th request to the database from now, the first being 1. */
  breakAt(request: number, how: Break): void;
  /** Stops the n-th request to the database from now, and no other; resolves once it is there, with how to let go. */
  holdAt(request: number): Promise<() => void>;
  /** Lets everything pass again; how many requests arrived since the last `breakAt` or `heal`, lost ones included. */
  heal(): number;
  close(): Promise<void>;
}

/** Puts the line in front of the cloud that the SDK's environment names, for this process. */
export async function openFaultyLine(): Promise<FaultyLine> {
  const direct = process.env.TCB_CONTEXT_CNFG ?? '';
  const { URL: target } = JSON.parse(direct) as { URL: string };
  let seen = 0;
  let breaksAt = Number.POSITIVE_INFINITY;
  let how: Break = 'before';
  let holdsAt = Number.POSITIVE_INFINITY;
  let isHeld: (letGo: () => void) => void = () => undefined;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (body.includes('"action":"database.')) seen += 1;
    if (seen === holdsAt) {
      holdsAt = Number.POSITIVE_INFINITY;
      await new Promise<void>((letGo) => isHeld(letGo));
    }
    const isCarriedOut = seen < breaksAt || (seen === breaksAt && how === 'after');
    const asked = new URL(request.url ?? '', target);
    const kind = request.headers['content-type'] ?? 'application/json';
    const answer = isCarriedOut
      ? await fetch(asked, { method: 'POST', headers: { 'content-type': kind }, body })
      : null;
    const carried = answer ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0);
    if (!answer || seen >= breaksAt) {
      // The SDK dies of an answer that is no JSON, whatever its status says.
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 'LINE_BROKEN', message: 'the line is broken' }));
      return;
    }
    const answered = answer.headers.get('content-type') ?? 'application/json; charset=utf-8';
    response.writeHead(answer.status, { 'content-type': answered }).end(carried);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` });
  return {
    breakAt(request, where) {
      seen = 0;
      breaksAt = request;
      how = where;
    },
    holdAt(request) {
      seen = 0;
      holdsAt = request;
      return new Promise((resolve) => {
        isHeld = resolve;
      });
    },
    heal() {
      const arrived = seen;
      seen = 0;
      breaksAt = Number.POSITIVE_INFINITY;
      holdsAt = Number.POSITIVE_INFINITY;
      return arrived;
    },
    async close() {
      process.env.TCB_CONTEXT_CNFG = direct;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
