import type { InputOf } from '../../shared/kernel/contract';
import type { PointsContract } from '../../shared/points/contract';
import { always, hr, linXiao, redemptionOf, requestId, type SampleCalls } from './sample-call';

export const pointsSamples: SampleCalls['points'] = {
  readAccount: always(linXiao, () => ({})),
  checkIn: always(linXiao, () => ({ requestId: requestId() })),
  listLedger: always(linXiao, () => ({})),
  listGifts: always(linXiao, () => ({})),
  readGift: always(linXiao, () => ({ giftId: 'seed-gift-mug' })),
  redeemGift: always(linXiao, () => ({ giftId: 'seed-gift-team-coffee', requestId: requestId() })),
  listMyRedemptions: always(linXiao, () => ({})),
  readMyRedemption: always(linXiao, () => ({ redemptionId: redemptionOf('林晓', 'seed-gift-plant') })),
  listShelf: always(hr, () => ({ onSale: true })),
  addGift: always(hr, () => ({
    name: '保温杯',
    description: '',
    costPoints: 90,
    stock: 8,
    perPersonLimit: null,
    pictureFileId: null,
    requestId: requestId(),
  })),
  restockGift: always(hr, () => ({ giftId: 'seed-gift-umbrella', pieces: 5, requestId: requestId() })),
  withdrawGift: always(hr, () => ({ giftId: 'seed-gift-half-day', requestId: requestId() })),
  listRedemptions: always(hr, () => ({ state: 'reserved' })),
  fulfilRedemption: always(hr, () => ({
    redemptionId: redemptionOf('陈一诺', 'seed-gift-mug'),
    requestId: requestId(),
  })),
  cancelRedemption: always(hr, () => ({
    redemptionId: redemptionOf('马会敏', 'seed-gift-team-coffee'),
    reason: '暂时缺货',
    requestId: requestId(),
  })),
  welcomePerson: always('system', () => {
    const id = requestId();
    const fact = { factId: id, personId: 'p-sample', employmentId: 'e-sample', at: '2026-11-21T02:00:00.000Z' };
    return { fact, requestId: id } satisfies InputOf<PointsContract['welcomePerson']>;
  }),
};
