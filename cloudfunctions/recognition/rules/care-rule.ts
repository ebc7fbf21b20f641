import type { Instant } from '../../../shared/kernel/scalar';
import type { CareOccasion, CareRule, CareWishes } from '../../../shared/recognition/care';
import { refuse } from '../../../shared/refusal';
import type { StoredCare } from '../documents';

const rule = (_id: CareOccasion, words: string, more: Partial<CareRule>): CareRule => ({
  ...{ _id, words, isOn: true, design: 'sunrise', isRewarded: true, told: 'nobody', gatherDays: 0, version: 0 },
  giftCardId: null,
  ...more,
});

/** What holds until HR has changed it. */
export const firstCareRules: readonly CareRule[] = [
  rule('birthday', '{name}，生日快乐！愿新的一岁，平安喜乐，所行皆坦途。', { told: 'department', gatherDays: 3 }),
  rule('anniversary', '{name}，今天是你来到同路的 {years} 周年。谢谢你一路同行。', {
    ...{ design: 'mountain', told: 'department', gatherDays: 3 },
  }),
  rule('joined', '{name}，欢迎你！从今天起，我们同路。', { design: 'boat', isRewarded: false, told: 'department' }),
  rule('promotion', '{name}，祝贺你晋升为{title}！努力都被看见。', { design: 'star', told: 'department' }),
  rule('trainingPassed', '{name}，恭喜你通过「{title}」！', { design: 'leaf', isRewarded: false, told: 'manager' }),
  rule('honour', '{name}，祝贺你获得「{title}」！你让大家骄傲。', { design: 'star', told: 'department' }),
];

/** The rules in force: HR's where HR decided, the first ones elsewhere. */
export function careRulesWith(stored: readonly CareRule[]): CareRule[] {
  return firstCareRules.map((first) => ({ ...first, ...stored.find(({ _id }) => _id === first._id) }));
}

const holes: Readonly<Record<CareOccasion, readonly string[]>> = {
  birthday: ['name'],
  anniversary: ['name', 'years'],
  joined: ['name'],
  promotion: ['name', 'title'],
  trainingPassed: ['name', 'title'],
  honour: ['name', 'title'],
};

/** Refuses words with a hole that this occasion cannot fill. */
export function checkCareWords(occasion: CareOccasion, words: string): void {
  const unknown = [...words.matchAll(/\{([^}]*)\}/g)].map(([, hole]) => hole ?? '');
  const wrong = unknown.find((hole) => !holes[occasion].includes(hole));
  if (wrong !== undefined) refuse('care_words_unknown', { hole: wrong.slice(0, 10) });
}

/** The rule as HR wants it, one version on. Refuses words that cannot be filled. */
export function changedCareRule({ occasion, version, ...terms }: WantedRule): CareRule {
  checkCareWords(occasion, terms.words);
  const gatherDays = isForeseen(occasion) ? terms.gatherDays : 0;
  return { ...terms, _id: occasion, gatherDays, version: version + 1 };
}

type WantedRule = Omit<CareRule, '_id'> & { occasion: CareOccasion };

/** Whether both say the same under the same version: then one is the repeat of the other. */
export const isSameRule = (one: CareRule, other: CareRule) =>
  (Object.keys(other) as (keyof CareRule)[]).every((key) => one[key] === other[key]);

/** Whether somebody knows before the day that it comes. */
export const isForeseen = (occasion: CareOccasion) => occasion === 'birthday' || occasion === 'anniversary';

/** Whether a person wants a card for this. Who never said anything does. */
export function isWanted(occasion: CareOccasion, wishes: CareWishes | null): boolean {
  if (wishes === null) return true;
  if (occasion === 'birthday') return wishes.birthday;
  return occasion === 'anniversary' ? wishes.anniversary : wishes.others;
}

/** Whom a card is for, and why. */
export interface CareReason {
  careId: string;
  person: { personId: string; name: string; departmentId: string };
  years: number | null;
  title: string | null;
  on: string;
}

/** The card that a rule makes of a reason; `toSignAt` is set while colleagues are still to be asked to sign. */
export function careCard({ careId, person, years, title, on }: CareReason, made: CareRule, toSignAt: Instant | null) {
  const { personId, name, departmentId } = person;
  const filled: Record<string, string> = { name, years: String(years ?? ''), title: title ?? '' };
  const words = made.words.replace(/\{(\w+)\}/g, (hole, key: string) => filled[key] ?? hole);
  const { _id: occasion, design, isRewarded, told, giftCardId } = made;
  const card: StoredCare = {
    ...{ _id: careId, occasion, personId, name, departmentId, years, title, design, words, isRewarded, told, on },
    ...{ signatures: [], version: 0, state: 'gathering', deliveredAt: null, sort: `${on}.${careId}` },
    pendingSince: toSignAt,
    ...{ giftCardId, owedCardId: null, numberId: null, drawnSort: null, drawnFen: 0 },
    ...{ numberSeenAt: null, numberSeenBy: null, eraseNumberAfter: null },
  };
  return card;
}

/** The change by which a card becomes its person's, with what is then still to be done. */
export const delivery = ({ giftCardId }: Pick<StoredCare, 'giftCardId'>, at: Instant) =>
  ({ state: 'delivered', deliveredAt: at, pendingSince: at, owedCardId: giftCardId }) as const;
