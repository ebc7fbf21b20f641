import { Agent, request } from 'node:http';

/** Sends one action and gives the answer. */
export type Post = (body: object) => Promise<Record<string, unknown>>;

/** A client that keeps so many connections open. */
export function openClient(url: string, connections: number): { post: Post; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post: Post = (body) =>
    new Promise((resolve, reject) => {
      const sent = Buffer.from(JSON.stringify(body));
      const options = { agent, method: 'POST', headers: { 'content-length': sent.length } };
      const outgoing = request(`${url}/admin`, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
        response.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(sent);
    });
  return { post, close: () => agent.destroy() };
}

/** Requests a second over so many connections, each waiting for its answer before the next. */
export async function requestsPerSecond(
  url: string,
  connections: number,
  bodyOf: (round: number) => object,
  millis: number,
): Promise<number> {
  const { post, close } = openClient(url, connections);
  const begun = performance.now();
  let round = 0;
  const work = async () => {
    while (performance.now() - begun < millis) {
      round += 1;
      const answer = await post(bodyOf(round));
      if (answer.code !== undefined) throw new Error(`A measured request failed: ${JSON.stringify(answer)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  close();
  return (round / (performance.now() - begun)) * 1000;
}

/** The value below which this share (0 to 1) of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
