import type { GamesContract } from '../../../shared/games/contract';
import type { Answer, OutputOf } from '../../../shared/kernel/contract';
import type { Page } from '../../../shared/kernel/page';
import type { LedgerEntryView, Redemption } from '../../../shared/points/model';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import type { SaleOrder } from '../../../shared/sale/sale';
import { cloud } from '../../cloud/client';
import type { MyRecordAnswer } from './my-record-view';

const pageSize = 50;

/** Everything of a list, page after page; the first refusal ends it. */
async function wholeList<Item>(
  read: (request: { cursor?: string; limit: number }) => Promise<Answer<Page<Item>>>,
): Promise<Answer<Item[]>> {
  const items: Item[] = [];
  let request: { cursor?: string; limit: number } = { limit: pageSize };
  for (;;) {
    const answer = await read(request);
    if (!answer.ok) return answer;
    items.push(...answer.data.items);
    if (answer.data.next === null) return { ok: true, data: items, traceId: answer.traceId };
    request = { cursor: answer.data.next, limit: pageSize };
  }
}

/** What somebody takes away: all that these contexts hold about them, and why it is held. */
export interface MyRecordExport extends MyRecordAnswer {
  exportedAt: string;
  pointLedgerEntries: LedgerEntryView[];
  redemptions: Redemption[];
  quizTries: OutputOf<GamesContract['listMyQuizTries']>['items'];
  saleOrders: SaleOrder[];
  /** With whether a gift card came along, and what it is worth; its number is read once, on the card itself. */
  careCards: OutputOf<RecognitionContract['listMyCare']>['items'];
}

/** Asks every context for what it holds about the caller. */
export async function exportMyRecord(now: Date): Promise<Answer<MyRecordExport>> {
  const [people, entries, redemptions, tries, orders, care] = await Promise.all([
    cloud.people.readMyRecord({}),
    wholeList(cloud.points.listLedger),
    wholeList(cloud.points.listMyRedemptions),
    wholeList(cloud.games.listMyQuizTries),
    wholeList(cloud.sale.listMySaleOrders),
    wholeList(cloud.recognition.listMyCare),
  ]);
  if (!people.ok) return people;
  if (!entries.ok) return entries;
  if (!redemptions.ok) return redemptions;
  if (!tries.ok) return tries;
  if (!orders.ok) return orders;
  if (!care.ok) return care;
  const points = { pointLedgerEntries: entries.data, redemptions: redemptions.data };
  const held = { ...people.data, ...points, quizTries: tries.data, saleOrders: orders.data, careCards: care.data };
  return { ok: true, data: { exportedAt: now.toISOString(), ...held }, traceId: people.traceId };
}

/** Where the file lies until it has been handed on. */
const pathOf = () => `${wx.env.USER_DATA_PATH}/tonglu-my-record.json`;

/** A computer keeps files, a phone sends them to a chat: WeChat offers each only there. */
export const keepsFiles = () => !['ios', 'android', 'ohos'].includes(wx.getDeviceInfo().platform);

/** Writes the file. False when the phone has no room for it. */
export function writeExport(held: MyRecordExport): Promise<boolean> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().writeFile({
      ...{ filePath: pathOf(), data: JSON.stringify(held, null, 2), encoding: 'utf8' },
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });
}

/** Hands the written file on. WeChat asks for a tap right before. False when the person thought better of it. */
export async function handOverExport(): Promise<boolean> {
  const filePath = pathOf();
  try {
    if (keepsFiles()) await wx.saveFileToDisk({ filePath });
    else await wx.shareFileMessage({ filePath, fileName: '同路-关于我的信息.json' });
    return true;
  } catch {
    return false;
  }
}

/** What is written in the clear does not stay on the phone. */
export function dropExport(): void {
  wx.getFileSystemManager().unlink({ filePath: pathOf(), fail: () => undefined });
}
