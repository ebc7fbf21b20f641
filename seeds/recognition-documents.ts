import { departmentIdOf, personIdOf } from '../cloudfunctions/people/documents';
import { seal } from '../cloudfunctions/platform/sealed';
import {
  calendarCareIdOf,
  cardIdOf,
  giftCardBatchIdOf,
  giftCardIdOf,
  numberPlace,
  type ReceivedThanks,
  type StoredCare,
  type StoredGiftCard,
  type StoredGiftCardBatch,
  type StoredGiftCardNumber,
  type StoredThanks,
} from '../cloudfunctions/recognition/documents';
import { careCard, delivery, firstCareRules } from '../cloudfunctions/recognition/rules/care-rule';
import { firstValues } from '../cloudfunctions/recognition/rules/company-values';
import { drawing, newBatch, newGiftCard } from '../cloudfunctions/recognition/rules/gift-card';
import { composeThanks } from '../cloudfunctions/recognition/rules/send-thanks';
import { addDays, dayOf, instant } from '../shared/kernel/day';
import type { ColleagueFacts } from '../shared/people/colleagues';
import type { CareRule } from '../shared/recognition/care';
import type { CardDesign } from '../shared/recognition/thanks';
import { type Figure, figures } from './company';

export interface RecognitionDocuments {
  thankYouCards: StoredThanks[];
  thanksReceived: ReceivedThanks[];
  careCards: StoredCare[];
  careRules: CareRule[];
  giftCards: StoredGiftCard[];
  giftCardBatches: StoredGiftCardBatch[];
  giftCardNumbers: StoredGiftCardNumber[];
}

interface ToldThanks {
  from: string;
  to: string[];
  value: string;
  design: CardDesign;
  words: string;
  daysAgo: number;
  boosters: string[];
  isInReview: boolean;
}

const told = (from: string, to: string[], value: string, words: string, more: Partial<ToldThanks>): ToldThanks => ({
  ...{ from, to, value, words, design: 'sunrise', daysAgo: 1, boosters: [], isInReview: false },
  ...more,
});

/** What colleagues of 云杉科技 thanked each other for lately. Cards without points, so that the books stay as told. */
const story: ToldThanks[] = [
  told('陈一诺', ['林晓'], '互相成就', '发布会前一晚改到十一点的首页，第二天全场都在夸。谢谢你没有说“明天再看”。', {
    ...{ design: 'star', daysAgo: 1, boosters: ['顾怀远', '唐思远'] },
  }),
  told(
    '唐思远',
    ['李蓉', '周岚'],
    '坦诚直接',
    '第一次见大客户我很紧张，你们陪我把最坏的问题都问了一遍，心里一下就有底了。',
    {
      ...{ design: 'boat', daysAgo: 3 },
    },
  ),
  told('林晓', ['顾怀远'], '长期主义', '谢谢你把那次事故复盘成了一页纸，而不是一个名字。', {
    design: 'mountain',
    daysAgo: 5,
  }),
  told('顾怀远', ['林晓', '王磊'], '追求极致', '温控面板的延迟从两秒降到两百毫秒，客户在电话里笑出了声。', {
    ...{ design: 'leaf', daysAgo: 9, boosters: ['陈一诺'] },
  }),
  told('马会敏', ['陈一诺'], '客户为先', '报销单一次就齐，全公司最省心的就是你，加我微信 hm-2026 一起喝茶。', {
    ...{ design: 'tea', daysAgo: 0, isInReview: true },
  }),
];

function figureOf(name: string): Figure {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return figure;
}

const idOf = (name: string) => personIdOf(figureOf(name).employeeNumber);

function colleagueOf(name: string): ColleagueFacts {
  const { departmentName, position, branchId, manager } = figureOf(name);
  return {
    ...{ personId: idOf(name), name, departmentName, position, branchId, departmentId: departmentIdOf(departmentName) },
    ...{ managerPersonId: manager === null ? null : personIdOf(manager), birthday: null, dateOfJoining: null },
  };
}

/** The request by which a card of the story was sent; its place in the story is its name. */
const seededRequest = (index: number) => `seed-thanks-request-${index}`;

/** The card that 陈一诺 sent 林晓. */
export const seededThanksId = () => cardIdOf(idOf('陈一诺'), seededRequest(0));
/** The card that waits for HR. */
export const doubtfulThanksId = () => cardIdOf(idOf('马会敏'), seededRequest(story.length - 1));

function tell(one: ToldThanks, index: number, now: Date) {
  const request = {
    ...{ cardId: cardIdOf(idOf(one.from), seededRequest(index)), from: { personId: idOf(one.from), name: one.from } },
    ...{
      toPersonIds: one.to.map(idOf),
      valueId: firstValues.find(({ name }) => name === one.value)?._id ?? '',
      design: one.design,
      words: one.words,
    },
    ...{ pointsEach: 0, at: instant(new Date(now.getTime() - one.daysAgo * 86_400_000 - 5_400_000)) },
  };
  const suggest = one.isInReview ? 'review' : 'pass';
  const { card, received } = composeThanks(request, one.to.map(colleagueOf), firstValues, suggest);
  const boosters = one.boosters.map(idOf);
  return { card: { ...card, pendingSince: null, boosters, boostPointsEach: 0 }, received };
}

/** What HR gives on birthdays and anniversaries. */
export const seededGiftCardId = giftCardIdOf('seed-gift-card-cake');
const cake = newGiftCard(seededGiftCardId, {
  ...{ name: '麦田蛋糕卡', valueFen: 10_000, lowAt: 3 },
  howTo: '在麦田小程序「我的卡包」里输入卡号和密码，全国门店和外送都能用，三年内有效。',
});

/** HR's rules: a cake card on birthdays and anniversaries, nothing else changed. */
const rules: CareRule[] = firstCareRules.flatMap((rule) =>
  rule.told === 'department' && rule.gatherDays > 0 ? [{ ...rule, giftCardId: seededGiftCardId, version: 1 }] : [],
);

const ruleFor = (occasion: 'anniversary' | 'birthday'): CareRule => {
  const rule = rules.find(({ _id }) => _id === occasion);
  if (!rule) throw new Error('there is no rule');
  return rule;
};

/** The batch that the stock came in with. */
export const seededBatchId = giftCardBatchIdOf(seededGiftCardId, 'seed-gift-card-batch');
const batchOf = (now: Date) => {
  const by = { byId: idOf('周岚'), byName: '周岚', typed: 7 };
  const at = instant(new Date(now.getTime() - 40 * 86_400_000));
  return newBatch({ _id: seededBatchId, giftCardId: seededGiftCardId, ...by }, at);
};

/** Six cards in stock; the first is the one that 林晓 got. */
function numbersOf(drawnFor: string): StoredGiftCardNumber[] {
  return Array.from({ length: 7 }, (_, index) => {
    const _id = `${seededGiftCardId}.seed-${index}`;
    const password = (6131 * (index + 3)).toString(36).toUpperCase();
    const number = `8800 2026 11${String(index).padStart(2, '0')} 密码 ${password}`;
    const careId = index === 0 ? drawnFor : null;
    const loaded = { valueFen: cake.valueFen, broughtBy: seededBatchId };
    return { _id, giftCardId: seededGiftCardId, sealed: seal(number, numberPlace(_id)), careId, ...loaded };
  });
}

/** 林晓 has been here two years this week. */
function anniversary(now: Date): StoredCare {
  const on = addDays(dayOf(now), -5);
  const person = colleagueOf('林晓');
  const careId = calendarCareIdOf('anniversary', person.personId, on);
  const card = careCard({ careId, person, years: 2, title: null, on }, ruleFor('anniversary'), null);
  const signed = (name: string, words: string) => ({ personId: idOf(name), name, words });
  const at = instant(new Date(now.getTime() - 5 * 86_400_000));
  return {
    ...card,
    ...delivery(card, at),
    ...drawing(card, cake.valueFen, at),
    numberId: `${seededGiftCardId}.seed-0`,
    pendingSince: null,
    signatures: [signed('顾怀远', '两年了，还是那个最会问“为什么”的人。'), signed('王磊', '谢谢你每次都等我改完。')],
  };
}

/** 顾怀远 has a birthday soon, and colleagues of 研发部 sign. */
function birthday(now: Date): StoredCare {
  const on = addDays(dayOf(now), figureOf('顾怀远').birthdayInDays ?? 0);
  const person = colleagueOf('顾怀远');
  const careId = calendarCareIdOf('birthday', person.personId, on);
  const signatures = [{ personId: idOf('王磊'), name: '王磊', words: '老大生日快乐，少熬夜！' }];
  return {
    ...careCard({ careId, person, years: null, title: null, on }, ruleFor('birthday'), null),
    signatures,
    version: 1,
  };
}

/** The card that gathers signatures for 顾怀远. */
export const gatheringCareId = (now: Date) => birthday(now)._id;

/** The care card of 林晓. */
export const seededCareId = (now: Date) => anniversary(now)._id;

/** What the recognition context has stored by now, by its own rules. */
export function recognitionDocuments(now: Date): RecognitionDocuments {
  const all = story.map((one, index) => tell(one, index, now));
  return {
    thankYouCards: all.map(({ card }) => card),
    thanksReceived: all.flatMap(({ received }) => received),
    careCards: [anniversary(now), birthday(now)],
    careRules: rules,
    giftCards: [cake],
    giftCardBatches: [batchOf(now)],
    giftCardNumbers: numbersOf(seededCareId(now)),
  };
}
