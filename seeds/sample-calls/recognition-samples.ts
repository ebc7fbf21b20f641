import { firstValues } from '../../cloudfunctions/recognition/rules/company-values';
import type { OutputOf } from '../../shared/kernel/contract';
import { dayOf } from '../../shared/kernel/day';
import type { RecognitionContract } from '../../shared/recognition/contract';
import {
  doubtfulThanksId,
  gatheringCareId,
  seededBatchId,
  seededCareId,
  seededGiftCardId,
  seededThanksId,
} from '../recognition-documents';
import { type Ask, always, hr, linXiao, personOf, requestId, type SampleCalls, weChatOf } from './sample-call';

/** Somebody of 研发部 who is honoured, so that there is a care card. */
async function honoured(ask: Ask): Promise<void> {
  const input = { personId: personOf('林晓'), occasion: 'honour', title: '年度新星', requestId: requestId() } as const;
  await ask.call<RecognitionContract['congratulateColleague']>(hr, 'recognition', 'congratulateColleague', input);
}

type Rules = OutputOf<RecognitionContract['listCareRules']>;

export const recognitionSamples: SampleCalls['recognition'] = {
  readThanksSettings: always(linXiao, () => ({})),
  changeCompanyValues: always(hr, () => ({ names: ['互相成就', '客户为先'], requestId: requestId() })),
  sendThanks: always(linXiao, () => ({
    ...{ toPersonIds: [personOf('陈一诺')], valueId: firstValues[0]?._id, design: 'leaf', words: '谢谢你的海报' },
    ...{ pointsEach: 0, requestId: requestId() },
  })),
  listThanks: always(linXiao, () => ({})),
  listMyThanks: always(linXiao, () => ({ box: 'received' })),
  listTeamThanks: always(weChatOf('顾怀远'), () => ({})),
  readThanks: always(linXiao, () => ({ cardId: seededThanksId() })),
  readThanksYear: always(linXiao, () => ({ year: 2026 })),
  boostThanks: always(weChatOf('马会敏'), () => ({ cardId: seededThanksId(), pointsEach: 1, requestId: requestId() })),
  listThanksInReview: always(hr, () => ({})),
  judgeThanks: always(hr, () => ({
    ...{ cardId: doubtfulThanksId(), verdict: 'takeDown', reason: '请去掉联系方式', requestId: requestId() },
  })),
  listCareRules: always(hr, () => ({})),
  changeCareRule: {
    as: hr,
    input: async (ask) => {
      const call = ask.call<RecognitionContract['listCareRules']>(hr, 'recognition', 'listCareRules', {});
      const { items }: Rules = await call;
      const [rule] = items;
      if (!rule) throw new Error('there is no rule');
      const { _id: occasion, ...terms } = rule;
      return { ...terms, occasion, words: '{name}，生日快乐', requestId: requestId() };
    },
  },
  listGiftCards: always(hr, () => ({})),
  addGiftCard: always(hr, () => ({
    ...{ name: '书店卡', valueFen: 5000, howTo: '到店出示卡号', lowAt: 2, requestId: requestId() },
  })),
  changeGiftCard: always(hr, () => ({
    ...{ giftCardId: seededGiftCardId, name: '麦田蛋糕卡', valueFen: 12_000, howTo: '' },
    ...{ lowAt: 5, version: 0, requestId: requestId() },
  })),
  addGiftCardNumbers: always(hr, () => ({
    ...{ giftCardId: seededGiftCardId, numbers: ['8800 2027 0001 密码 A1'], requestId: requestId() },
  })),
  listGiftCardBatches: always(hr, () => ({ giftCardId: seededGiftCardId })),
  takeBackGiftCardNumbers: always(hr, () => ({ batchId: seededBatchId, requestId: requestId() })),
  exportGiftCardValues: always(hr, () => ({ month: dayOf(new Date()).slice(0, 7) })),
  listGiftCardDraws: always(hr, () => ({ giftCardId: seededGiftCardId })),
  revealGiftCard: always(linXiao, () => ({ careId: seededCareId(new Date()), requestId: requestId() })),
  readCareWishes: always(linXiao, () => ({})),
  changeCareWishes: always(linXiao, () => ({
    ...{ birthday: true, anniversary: false, others: true, requestId: requestId() },
  })),
  listCareToSign: always(linXiao, () => ({})),
  signCareCard: always(linXiao, () => ({
    careId: gatheringCareId(new Date()),
    words: '生日快乐',
    requestId: requestId(),
  })),
  listMyCare: {
    as: linXiao,
    input: async (ask) => {
      await honoured(ask);
      return {};
    },
  },
  readCareCard: always(linXiao, () => ({ careId: seededCareId(new Date()) })),
  congratulateColleague: always(hr, () => ({
    ...{ personId: personOf('陈一诺'), occasion: 'promotion', title: '品牌经理', requestId: requestId() },
  })),
  takeByline: always('system', () => ({
    ...{ fact: { personId: personOf('孙倩'), isNamed: false }, requestId: requestId() },
  })),
  recordMilestone: always('system', () => ({
    ...{ factId: requestId(), personId: personOf('陈一诺'), occasion: 'trainingPassed', title: '信息安全' },
    ...{ at: new Date().toISOString(), requestId: requestId() },
  })),
};
