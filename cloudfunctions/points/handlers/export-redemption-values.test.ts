import Papa from 'papaparse';
import { freshRequest, type Mall, openMall, stopClock } from '../../../test/mall';

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  for (const name of ['lan', 'ming', 'yu']) await mall.welcome(`p-${name}`);
});
afterEach(() => mall.close());

const sheet = (month: string) => mall.tell('o-hr', 'exportRedemptionValues', { month });
const rowsOf = (csv: string) => Papa.parse<string[]>(csv.slice(1)).data.slice(1);

it('counts a team gift for everybody who paid, in the month in which the team had it, to the fen', async () => {
  const gift = { kind: 'teamGift', name: '咖啡机', description: '', targetPoints: 30, perPersonPoints: null } as const;
  const where = { valueFen: 100_000, branchId: null, closesOn: '2026-12-20', requestId: freshRequest() };
  const { _id: poolId } = await mall.tell('o-hr', 'openPool', { ...gift, ...where });
  for (const name of ['lan', 'ming', 'yu']) {
    await mall.tell(`o-${name}`, 'payIntoPool', { poolId, points: 10, requestId: freshRequest() });
  }
  await mall.putOnShelf({ _id: 'mug', costPoints: 5, valueFen: 4_000 });
  const { redemption } = await mall.tell('o-lan', 'redeemGift', { giftId: 'mug', requestId: freshRequest() });
  await mall.tell('o-hr', 'fulfilRedemption', { redemptionId: redemption._id, requestId: freshRequest() });
  expect(await sheet('2026-11')).toMatchObject({ persons: 1, totalFen: 4_000, withoutValue: 0 });

  stopClock('2026-12-01T01:00:00.000Z');
  await mall.tell('o-hr', 'handOverPool', { poolId, requestId: freshRequest() });
  const december = await sheet('2026-12');
  expect(december).toMatchObject({ persons: 3, totalFen: 100_000 });
  expect(rowsOf(december.csv)).toEqual([
    ['2026-12', 'Np-lan', 'lan', 'head-office', '1', '333.34'],
    ['2026-12', 'Np-ming', 'ming', 'head-office', '1', '333.33'],
    ['2026-12', 'Np-yu', 'yu', 'head-office', '1', '333.33'],
  ]);
  expect(await sheet('2026-11')).toMatchObject({ persons: 1, totalFen: 4_000 });
});
