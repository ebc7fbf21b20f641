import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPhone, type Phone } from './create-phone';

jest.setTimeout(30_000);

let folder: string;
let phone: Phone;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'served-'));
  cpSync(path.join(__dirname, 'fixtures/plain'), folder, { recursive: true });
  phone = await createPhone({ projectFile: path.join(folder, 'project.config.json'), production: true });
  server = createServer((request, response) => void phone.respond(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/app/`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await phone.close();
  rmSync(folder, { recursive: true });
});

test.each(['frame.js', 'frame.css', 'fonts.css', 'shell.js', 'about.js', 'program.js'])(
  'a browser that has %s is told that it still holds instead of being sent it again',
  async (file) => {
    const first = await fetch(url + file);
    const again = await fetch(url + file, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
    // Kept, but never used without asking: the program may have been built anew.
    expect(again.headers.get('cache-control')).toBe('no-cache');
  },
);

test('a program that was built anew is sent anew', async () => {
  const before = (await fetch(`${url}program.js`)).headers.get('etag') ?? '';
  const app = path.join(folder, 'miniprogram/app.ts');
  writeFileSync(app, `${readFileSync(app, 'utf8')}\nObject.assign(globalThis, { saved: 'once more' });\n`);
  await phone.rebuild();
  const after = await fetch(`${url}program.js`, { headers: { 'if-none-match': before } });
  expect(after.status).toBe(200);
  expect(await after.text()).toContain('once more');
});

test.each([
  ['the database library', 'database-library.js', 'frame.js', 'ObjectId'],
  ['the reader of QR codes', 'qr-reader.js', 'shell.js', 'alphanumeric'],
])('%s is a script of its own: no phone waits for it before its first page', async (_, own, waitedFor, word) => {
  const textOf = async (file: string) => (await fetch(url + file)).text();
  expect(await textOf(own)).toContain(word);
  expect(await textOf(waitedFor)).not.toContain(word);
});
