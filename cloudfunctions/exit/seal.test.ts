import { crc32 } from 'node:zlib';
import { PNG } from 'pngjs';
import { type Farewell, openFarewell } from '../../test/farewell';
import { freshRequest, stopClock } from '../../test/mall';
import { cloud } from '../platform/cloud';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let farewell: Farewell;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  farewell = await openFarewell(new Date());
});
afterAll(() => farewell.close());

/** A red square, half transparent. */
function picture(side: number): Buffer {
  const png = new PNG({ width: side, height: side });
  png.data.fill(Buffer.from([200, 20, 20, 128]));
  return PNG.sync.write(png, { filterType: 1 });
}

/** The same picture, said to be half as high again: rows are missing, and every sum is right. */
function withoutItsLastRows(file: Buffer): Buffer {
  const taller = Buffer.from(file);
  taller.writeUInt32BE(file.readUInt32BE(20) * 1.5, 20);
  taller.writeUInt32BE(crc32(taller.subarray(12, 29)), 29);
  return taller;
}

async function upload(fileContent: Buffer, cloudPath: string): Promise<string> {
  return (await cloud().uploadFile({ cloudPath, fileContent })).fileID;
}

async function seal(file: Buffer, place = (requestId: string) => `company-seal/${requestId}.png`): Promise<string> {
  const requestId = freshRequest();
  const fileId = await upload(file, place(requestId));
  const answer = await farewell.ask('周岚', 'changeSeal', { fileId, requestId });
  return answer.ok ? 'ok' : answer.code;
}

async function paperOf(purpose: string): Promise<string> {
  const asked = { kind: 'employment' as const, purpose, requestId: freshRequest() };
  const { _id: paperId } = await farewell.tell('林晓', 'requestPaper', asked);
  await farewell.tell('周岚', 'issuePaper', { paperId, monthlyFen: null, requestId: freshRequest() });
  return paperId;
}
const fileOf = async (paperId: string) =>
  Buffer.from((await farewell.tell('林晓', 'openPaper', { paperId })).pdf, 'base64').toString('latin1');

it('papers are sealed with the picture of the day they are issued on, and keep it', async () => {
  const before = await paperOf('落户');
  expect(await seal(picture(200))).toBe('ok');
  const with200 = await paperOf('租房');
  expect(await seal(picture(300))).toBe('ok');
  expect(await fileOf(before)).not.toContain('/Subtype /Image');
  expect(await fileOf(with200)).toMatch(/\/Seal Do[\s\S]*\/Width 200 \/Height 200[\s\S]*\/SMask 12 0 R/);
  expect(await fileOf(await paperOf('签证'))).toContain('/Width 300 /Height 300');
  await farewell.tell('周岚', 'changeSeal', { fileId: null, requestId: freshRequest() });
  expect(await fileOf(await paperOf('买车'))).not.toContain('/Subtype /Image');
});

it('every object of a sealed paper begins where its table says', async () => {
  await seal(picture(200));
  const file = await fileOf(await paperOf('贷款'));
  const offsets = [...file.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(12);
  offsets.forEach((offset, index) => {
    expect(file.slice(offset, offset + 9)).toMatch(new RegExp(`^${index + 1} 0 obj`));
  });
});

it('only a PNG within bounds that HR uploaded for this request is a seal', async () => {
  expect(await seal(picture(99))).toBe('seal_unusable');
  expect(await seal(picture(100))).toBe('ok');
  expect(await seal(picture(600))).toBe('ok');
  expect(await seal(picture(601))).toBe('seal_unusable');
  expect(await seal(Buffer.from('%PDF-1.5 not a picture of anything at all'))).toBe('seal_unusable');
  const whole = picture(200);
  expect(await seal(whole.subarray(0, whole.length / 2))).toBe('seal_unusable');
  expect(await seal(withoutItsLastRows(whole))).toBe('seal_unusable');
  expect(await seal(picture(200), () => 'offboarding/elsewhere.png')).toBe('seal_unusable');
  for (const name of ['林晓', '李蓉', '赵启明']) {
    expect(await farewell.ask(name, 'readSeal', {})).toMatchObject({ ok: false, code: 'not_allowed' });
    const removing = { fileId: null, requestId: freshRequest() };
    expect(await farewell.ask(name, 'changeSeal', removing)).toMatchObject({ ok: false, code: 'not_allowed' });
  }
  expect(await farewell.tell('周岚', 'readSeal', {})).toMatchObject({ changedBy: '周岚' });
});
