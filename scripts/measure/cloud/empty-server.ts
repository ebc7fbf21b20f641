import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Reads the body and answers with nothing: what no server of this kind can beat. */
const program = `
require('node:http').createServer((request, response) => {
  request.resume().on('end', () => response.end('{}'));
}).listen(0, '127.0.0.1', function () { process.send(this.address().port); });
process.on('disconnect', () => process.exit(0));
`;

/** An empty handler in a process of its own. */
export async function startEmptyServer(): Promise<{ url: string; close(): void }> {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [port] = (await once(child, 'message')) as unknown[];
  return { url: `http://127.0.0.1:${Number(port)}`, close: () => child.kill() };
}
