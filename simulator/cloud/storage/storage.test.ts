import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeSdk } from '../open-node-sdk';
import { type Cloud, startCloud } from '../start-cloud';
import { FILE_ID_PREFIX, MAX_FILE_BYTES } from './file-store';

let cloud: Cloud;
let sdk: ReturnType<typeof openNodeSdk>;
let instant = new Date('2026-03-01T00:00:00Z');

beforeAll(async () => {
  cloud = await startCloud({ now: () => instant });
  sdk = openNodeSdk(cloud);
});

afterAll(() => cloud.close());

interface FileAnswer {
  fileList: { fileID: string; tempFileURL: string; status: number; errMsg: string }[];
}

async function phone(openId: string, path: string, body: Buffer | object): Promise<unknown> {
  const content = Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body);
  const answer = await fetch(`${cloud.url}/phone/${path}`, {
    method: 'POST',
    headers: { 'x-open-id': openId },
    body: content,
  });
  return answer.json();
}

async function link(openId: string, fileID: string): Promise<FileAnswer['fileList'][number]> {
  const { fileList } = (await phone(openId, 'temp-urls', { fileList: [fileID] })) as FileAnswer;
  const [found] = fileList;
  if (found === undefined) throw new Error('no answer for the file');
  return found;
}

test('a function stores, links, reads and deletes a file', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'gifts/杯子 1.png', fileContent: Buffer.from('png') });
  expect(fileID).toBe(`${FILE_ID_PREFIX}gifts/杯子 1.png`);
  const { fileContent } = await sdk.downloadFile({ fileID });
  expect(String(fileContent)).toBe('png');
  expect((await sdk.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([{ code: 'SUCCESS' }]);
  expect((await sdk.getTempFileURL({ fileList: [fileID] })).fileList).toMatchObject([
    { code: 'STORAGE_FILE_NONEXIST' },
  ]);
});

test('a phone gets links to its own files only, a function to all', async () => {
  const { fileID } = (await phone('o1', 'upload?path=rosters/a.csv', Buffer.from('工号,姓名'))) as { fileID: string };
  const own = await link('o1', fileID);
  expect(own).toMatchObject({ status: 0, errMsg: 'ok' });
  expect(new URL(own.tempFileURL).origin).toBe(cloud.url);
  const response = await fetch(own.tempFileURL);
  expect(await response.text()).toBe('工号,姓名');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(await link('o2', fileID)).toMatchObject({
    tempFileURL: '',
    status: -503002,
    errMsg: 'STORAGE_EXCEED_AUTHORITY',
  });
  expect(await phone('o2', 'delete-files', { fileList: [fileID] })).toMatchObject({ fileList: [{ status: -503002 }] });
  expect(String((await sdk.downloadFile({ fileID })).fileContent)).toBe('工号,姓名');
});

test('a link expires and cannot be forged', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'secret.txt', fileContent: Buffer.from('secret') });
  const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
  const url = new URL(fileList[0]?.tempFileURL ?? '');
  expect((await fetch(url)).status).toBe(200);
  const later = new URL(url);
  later.searchParams.set('expires', String(Number(url.searchParams.get('expires')) + 9999));
  expect((await fetch(later)).status).toBe(403);
  instant = new Date(instant.getTime() + 61_000);
  expect((await fetch(url)).status).toBe(403);
});

test('an upload to the same path replaces the file and ends the old links', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'same.txt', fileContent: Buffer.from('old') });
  const old = (await sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]?.tempFileURL ?? '';
  await sdk.uploadFile({ cloudPath: 'same.txt', fileContent: Buffer.from('new') });
  expect(String((await sdk.downloadFile({ fileID })).fileContent)).toBe('new');
  expect((await fetch(old)).status).toBe(404);
});

test('replaced and deleted files leave nothing on the disk', async () => {
  const data = mkdtempSync(join(tmpdir(), 'storage-'));
  const kept = await startCloud({ data });
  const storing = openNodeSdk(kept);
  await storing.uploadFile({ cloudPath: 'same.txt', fileContent: Buffer.from('old') });
  const { fileID } = await storing.uploadFile({ cloudPath: 'same.txt', fileContent: Buffer.from('new') });
  expect(readdirSync(join(data, 'storage'))).toHaveLength(1);
  await storing.deleteFile({ fileList: [fileID] });
  expect(readdirSync(join(data, 'storage'))).toEqual([]);
  await kept.close();
  rmSync(data, { recursive: true });
  sdk = openNodeSdk(cloud);
});

test.each(['', '../up.txt', 'a/../../up.txt', '/absolute.txt', 'a//b.txt', 'a\\b.txt', 'a\nb', 'x'.repeat(1025)])(
  'the path %j is refused',
  async (path) => {
    expect(await phone('o1', `upload?path=${encodeURIComponent(path)}`, Buffer.from('x'))).toMatchObject({
      errCode: -503004,
    });
  },
);

test('a file beyond 50 MB is refused and nothing of it stays', async () => {
  const answer = await phone('o1', 'upload?path=large.bin', Buffer.alloc(MAX_FILE_BYTES + 1)).catch(() => ({
    errCode: -403001,
  }));
  expect(answer).toMatchObject({ errCode: -403001 });
  expect(await link('o1', `${FILE_ID_PREFIX}large.bin`)).toMatchObject({ status: -503003 });
});

test('a stored page is not run as one of ours', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'page.html', fileContent: Buffer.from('<script>1</script>') });
  const { fileList } = await sdk.getTempFileURL({ fileList: [fileID] });
  const { headers } = await fetch(fileList[0]?.tempFileURL ?? '');
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a link gives any part of its file, as players ask for the middle of a film', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'films/a.mp4', fileContent: Buffer.from('0123456789') });
  const { fileList } = await sdk.getTempFileURL({ fileList: [fileID] });
  const part = async (range: string) => {
    const answer = await fetch(fileList[0]?.tempFileURL ?? '', { headers: { range } });
    return [answer.status, answer.headers.get('content-range'), await answer.text()];
  };
  expect(await part('bytes=3-5')).toEqual([206, 'bytes 3-5/10', '345']);
  expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await part('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
  expect(await part('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89']);
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '']);
  for (const all of ['bytes=5-3', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-']) {
    expect(await part(all)).toEqual([200, null, '0123456789']);
  }
});
