import { main as people } from '../cloudfunctions/people/index';
import type { StoredItem, StoredOrder } from '../cloudfunctions/sale/documents';
import { main as sale } from '../cloudfunctions/sale/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { weChatOf } from '../seeds/sample-calls/sample-call';
import { freshRequest } from './mall';
import { openToldStage, type ToldStage } from './told-stage';

/** The seeded company with the functions that a sale needs. */
export interface SaleDay extends ToldStage<'sale'> {
  item(itemId: string): StoredItem;
  orders(): StoredOrder[];
  /** Pictures that HR just uploaded, with the request they are for. */
  pictures(...contents: Buffer[]): Promise<{ pictureFileIds: string[]; requestId: string }>;
  /** WeChat's verdict on one picture of an item. */
  judgePicture(itemId: string, number: number, suggest: 'pass' | 'review' | 'risky'): Promise<void>;
  /** What is wrong with stock, buyers and orders taken together; nothing, in whatever moment the functions rest. */
  violations(): string[];
}

export async function openSaleDay(now: Date): Promise<SaleDay> {
  const told = await openToldStage('sale', { people, sale, today, wechat }, now);
  const items = () => told.documents<StoredItem>('saleItems');
  const orders = () => told.documents<StoredOrder>('saleOrders');
  return {
    ...told,
    orders,
    item(itemId) {
      const item = items().find(({ _id }) => _id === itemId);
      if (!item) throw new Error(`there is no ${itemId}`);
      return item;
    },
    async pictures(...contents) {
      const requestId = freshRequest();
      const sent = contents.map((content, index) => {
        told.stage.cloud.openApi.answerNext('security.mediaCheckAsync', { trace_id: `${requestId}-${index}` });
        return told.stage.upload(weChatOf('周岚'), `sale/${requestId}/${index}.png`, content);
      });
      return { pictureFileIds: await Promise.all(sent), requestId };
    },
    async judgePicture(itemId, number, suggest) {
      const verdict = { suggest, label: 100, judgedBy: 'wechat' } as const;
      const subjectId = `${itemId}-${number}`;
      const fact = { factId: `media.${subjectId}`, subjectId, verdict, at: new Date().toISOString() };
      await told.tell('周岚', 'takeMediaVerdict', { fact, requestId: freshRequest() });
    },
    violations: () => items().flatMap((item) => wrongWith(item, orders())),
  };
}

function wrongWith({ _id, name, stock, supplied, buyers, perPersonLimit, placing }: StoredItem, all: StoredOrder[]) {
  const mine = all.filter(({ itemId }) => itemId === _id);
  const standing = mine.filter(({ state }) => state !== 'cancelled');
  const sold = standing.reduce((sum, { pieces }) => sum + pieces, 0);
  const held = Object.values(buyers);
  const counted = held.reduce((sum, { pieces }) => sum + pieces, 0);
  const known = held.flatMap(({ orderIds }) => orderIds);
  return [
    ...(stock < 0 ? [`${name} was oversold`] : []),
    ...(stock + sold === supplied ? [] : [`${name}: ${stock} left and ${sold} sold of ${supplied}`]),
    ...(counted === sold ? [] : [`${name}: buyers have ${counted}, orders say ${sold}`]),
    ...(held.some(({ pieces }) => pieces > perPersonLimit)
      ? [`${name}: somebody has more than ${perPersonLimit}`]
      : []),
    ...(known.length === mine.length ? [] : [`${name}: ${known.length} orders known, ${mine.length} written`]),
    ...(placing.length > 0 ? [`${name}: something is still on its way`] : []),
    ...mine.flatMap((order) => (order.returningSince || order.tellSince ? [`${order._id} is not done`] : [])),
  ];
}
