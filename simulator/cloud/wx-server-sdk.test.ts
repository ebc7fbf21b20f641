import { type Cloud, startCloud } from './start-cloud';

let cloud: Cloud;
let wx: typeof import('wx-server-sdk');

beforeAll(async () => {
  cloud = await startCloud({ declarations: [{ name: 'notes', collections: { notes: {} } }] });
  Object.assign(process.env, cloud.sdkEnvironment);
  wx = await import('wx-server-sdk');
  // The typings know only texts here; the SDK's own documentation passes the symbol.
  wx.init({ env: wx.DYNAMIC_CURRENT_ENV as unknown as string });
});

afterAll(() => cloud.close());

test('documents are added, found, changed, counted and removed', async () => {
  const db = wx.database();
  const notes = db.collection('notes');
  await notes.add({ data: { _id: 'a', n: 1, at: new Date(5) } });
  await notes.doc('a').update({ data: { n: db.command.inc(2) } });
  expect(await notes.doc('a').get()).toMatchObject({ data: { _id: 'a', n: 3, at: new Date(5) } });
  expect(await notes.where({ n: db.command.gte(3) }).count()).toMatchObject({ total: 1 });
  expect(await notes.where({ _id: 'a' }).remove()).toMatchObject({ stats: { removed: 1 } });
});

test('a missing document is an error, as on the platform', async () => {
  await expect(wx.database().collection('notes').doc('none').get()).rejects.toMatchObject({ errCode: -1 });
});

test('a transaction changes documents together', async () => {
  const db = wx.database();
  await db.collection('notes').add({ data: { _id: 't', n: 1 } });
  await db.runTransaction(async (transaction: ReturnType<typeof wx.database>) => {
    await transaction
      .collection('notes')
      .doc('t')
      .update({ data: { n: 2 } });
  });
  expect(cloud.documents('notes')).toEqual([{ _id: 't', n: 2 }]);
});

test('a file goes up, gets a link, comes down and is deleted', async () => {
  const { fileID } = await wx.uploadFile({ cloudPath: '报告/一.txt', fileContent: Buffer.from('内容') });
  const { fileContent } = await wx.downloadFile({ fileID });
  expect(fileContent.toString()).toBe('内容');
  expect(await wx.getTempFileURL({ fileList: [fileID] })).toMatchObject({
    fileList: [{ fileID, status: 0, tempFileURL: expect.stringContaining('/storage/') }],
  });
  expect(await wx.deleteFile({ fileList: [fileID] })).toMatchObject({ fileList: [{ fileID, status: 0 }] });
});
