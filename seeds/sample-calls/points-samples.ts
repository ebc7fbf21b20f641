import { earliestEffectiveOn } from '../../cloudfunctions/points/rules/rule-table';
import type { InputOf } from '../../shared/kernel/contract';
import { addDays, dayOf } from '../../shared/kernel/day';
import type { PointsContract } from '../../shared/points/contract';
import { pointsBoardSamples } from './points-board-samples';
import { type Ask, always, hr, linXiao, personOf, redemptionOf, requestId, type SampleCalls } from './sample-call';

/** A code that 林晓 redeemed, once a company; the redemption's id. */
async function videoPass(ask: Ask): Promise<string> {
  const { redemption } = await ask.call<PointsContract['redeemGift']>(linXiao, 'points', 'redeemGift', {
    giftId: 'seed-gift-video-pass',
    requestId: 'sample-video-pass-0001',
  });
  return redemption._id;
}

const paidSeat = { personId: personOf('林晓'), points: 1, about: '羽毛球馆的座位' };
const afternoonTea = {
  ...{ kind: 'teamGift', name: '周五下午茶', description: '凑齐就点。', targetPoints: 1, perPersonPoints: null },
  ...{ valueFen: 30_000, branchId: 'head-office', closesOn: addDays(dayOf(new Date()), 7) },
} satisfies Omit<InputOf<PointsContract['openPool']>, 'requestId'>;

/** A pool of the head office that nobody has paid into; its id. */
async function teamGift(ask: Ask): Promise<string> {
  const opening = { ...afternoonTea, requestId: requestId() };
  return (await ask.call<PointsContract['openPool']>(hr, 'points', 'openPool', opening))._id;
}

/** A pool whose target is paid; its id. */
async function paidTeamGift(ask: Ask): Promise<string> {
  const poolId = await teamGift(ask);
  const paying = { poolId, points: 1, requestId: requestId() };
  await ask.call<PointsContract['payIntoPool']>(linXiao, 'points', 'payIntoPool', paying);
  return poolId;
}

/** A mug that 林晓 has sent home, once a company; the redemption's id. */
async function sentMug(ask: Ask): Promise<string> {
  await ask.call<PointsContract['correctAccount']>(hr, 'points', 'correctAccount', {
    personId: personOf('林晓'),
    direction: 'add',
    points: 120,
    reason: '补上漏记的积分',
    requestId: 'sample-correction-0001',
  });
  const { redemption } = await ask.call<PointsContract['redeemGift']>(linXiao, 'points', 'redeemGift', {
    giftId: 'seed-gift-mug',
    delivery: { recipient: '林晓', phone: '13757110031', address: '杭州市西湖区文三路 90 号 2 幢 501' },
    requestId: 'sample-sent-mug-0001',
  });
  return redemption._id;
}

export const pointsSamples: SampleCalls['points'] = {
  ...pointsBoardSamples,
  readStanding: always('system', () => ({ personId: personOf('林晓') })),
  readAccount: always(linXiao, () => ({})),
  checkIn: always(linXiao, () => ({ requestId: requestId() })),
  listLedger: always(linXiao, () => ({})),
  listGifts: always(linXiao, () => ({})),
  readGift: always(linXiao, () => ({ giftId: 'seed-gift-mug' })),
  wishForGift: always(linXiao, () => ({ giftId: 'seed-gift-mug', requestId: requestId() })),
  dropWish: always(linXiao, () => ({ giftId: 'seed-gift-mug', requestId: requestId() })),
  listWishes: always(linXiao, () => ({})),
  redeemGift: always(linXiao, () => ({ giftId: 'seed-gift-team-coffee', requestId: requestId() })),
  listMyRedemptions: always(linXiao, () => ({})),
  readMyRedemption: always(linXiao, () => ({ redemptionId: redemptionOf('林晓', 'seed-gift-plant') })),
  revealCode: {
    as: linXiao,
    input: async (ask) => ({ redemptionId: await videoPass(ask), requestId: 'sample-revealed-0001' }),
  },
  spend: always('system', () => ({ ...paidSeat, factId: requestId(), requestId: requestId() })),
  unspend: {
    as: 'system',
    input: async (ask) => {
      const fact = { ...paidSeat, factId: requestId(), requestId: requestId() };
      await ask.call<PointsContract['spend']>('system', 'points', 'spend', fact);
      return { factId: fact.factId, personId: fact.personId, requestId: requestId() };
    },
  },
  listPools: always(linXiao, () => ({ isOpen: true })),
  readPool: { as: linXiao, input: async (ask) => ({ poolId: await teamGift(ask) }) },
  payIntoPool: {
    as: linXiao,
    input: async (ask) => ({ poolId: await teamGift(ask), points: 1, requestId: requestId() }),
  },
  openPool: always(hr, () => ({ ...afternoonTea, requestId: requestId() })),
  closePool: {
    as: hr,
    input: async (ask) => ({ poolId: await teamGift(ask), reason: '改到下个月', requestId: requestId() }),
  },
  handOverPool: { as: hr, input: async (ask) => ({ poolId: await paidTeamGift(ask), requestId: requestId() }) },
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
  reviseGift: always(hr, () => ({
    giftId: 'seed-gift-plant',
    name: '桌面绿植',
    description: '换成了发财树。',
    perPersonLimit: 2,
    category: 'office',
    requestId: requestId(),
  })),
  changeGiftPrice: always(hr, () => ({
    giftId: 'seed-gift-plant',
    costPoints: 90,
    effectiveOn: addDays(dayOf(new Date()), 7),
    reason: '花市涨价',
    requestId: requestId(),
  })),
  readShelfGift: always(hr, () => ({ giftId: 'seed-gift-plant' })),
  restockGift: always(hr, () => ({ giftId: 'seed-gift-umbrella', pieces: 5, requestId: requestId() })),
  addGiftCodes: always(hr, () => ({
    giftId: 'seed-gift-video-pass',
    codes: ['YS-NEW-001', 'YS-NEW-002'],
    requestId: requestId(),
  })),
  withdrawGift: always(hr, () => ({ giftId: 'seed-gift-half-day', requestId: requestId() })),
  relistGift: always(hr, () => ({ giftId: 'seed-gift-tote', requestId: requestId() })),
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
  refundRedemption: always(hr, () => ({
    redemptionId: redemptionOf('林晓', 'seed-gift-plant'),
    reason: '到手时叶子黄了',
    pieceReturns: false,
    requestId: requestId(),
  })),
  readDeliveryAddress: { as: hr, input: async (ask) => ({ redemptionId: await sentMug(ask), requestId: requestId() }) },
  exportRedemptions: always(hr, () => ({ state: 'reserved' })),
  welcomePerson: always('system', () => {
    const id = requestId();
    const fact = { factId: id, personId: 'p-sample', employmentId: 'e-sample', at: '2026-11-21T02:00:00.000Z' };
    return { fact, requestId: id } satisfies InputOf<PointsContract['welcomePerson']>;
  }),
  earn: always('system', () => ({
    factId: requestId(),
    rule: 'trainingPassed',
    personId: personOf('林晓'),
    about: '信息安全入门',
    at: new Date().toISOString(),
    requestId: requestId(),
  })),
  give: always('system', () => ({
    factId: requestId(),
    fromPersonId: personOf('林晓'),
    toPersonIds: [personOf('唐思远')],
    points: 5,
    about: '帮忙排查故障',
    at: new Date().toISOString(),
    requestId: requestId(),
  })),
  listRules: always(hr, () => ({})),
  listPointAlerts: always(hr, () => ({})),
  changeRule: always(hr, () => ({
    key: 'quizPassed',
    basedOn: 0,
    terms: {
      title: '答题通过',
      points: 8,
      dailyTimes: 1,
      monthlyPoints: 80,
      coolDownMinutes: 0,
      audience: 'everyone',
    },
    effectiveOn: earliestEffectiveOn(new Date()),
    reason: '鼓励学习',
    requestId: requestId(),
  })),
  changePointSettings: always(hr, () => ({
    basedOn: 0,
    terms: {
      lotMonths: 12,
      allowances: [
        { role: 'employee', points: 60 },
        { role: 'manager', points: 120 },
      ],
      pairMonthlyPoints: 30,
      leaverDays: 30,
    },
    effectiveOn: earliestEffectiveOn(new Date()),
    reason: '感谢月',
    requestId: requestId(),
  })),
  voidEntry: always(hr, () => ({
    entryId: `${personOf('林晓')}.joined`,
    reason: '重复发放',
    requestId: requestId(),
  })),
  correctAccount: always(hr, () => ({
    personId: personOf('林晓'),
    direction: 'add',
    points: 10,
    reason: '补发上周活动积分',
    requestId: requestId(),
  })),
};
