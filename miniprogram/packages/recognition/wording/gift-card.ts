import type { GiftCard, HeldGiftCard, StockedGiftCard } from '../../../../shared/recognition/gift-card';
import { momentInWords } from '../../../wording/day';
import { yuanOf } from '../../../wording/money';

/** `面值 100 元`; empty where HR did not say. */
export const valueInWords = ({ valueFen }: Pick<GiftCard, 'valueFen'>) =>
  valueFen > 0 ? `面值 ${yuanOf(valueFen)} 元` : '';

/** How the stock stands, and who waits. */
export function stockInWords({ free, owed, level }: StockedGiftCard): string {
  if (level === 'empty') return owed > 0 ? `已发完，${owed} 位同事在等` : '已发完，请补卡号';
  return level === 'low' ? `只剩 ${free} 张，请补卡号` : `还有 ${free} 张`;
}

/** What its person reads beside the card. */
export function heldInWords({ state, seenAt }: HeldGiftCard, now: Date): string {
  if (state === 'owed') return '正在补卡，到了会发消息告诉你。';
  if (state === 'seen' && seenAt) return `${momentInWords(seenAt, now)} 看过，卡号不再显示。如果没能记下，请联系 HR。`;
  return '卡号只显示一次。请在准备使用时再看，看到以后马上复制或记下。';
}

/** What the file for payroll holds. */
export function valuesInWords(sheet: { persons: number; totalFen: number; withoutValue: number }): string {
  const { persons, totalFen, withoutValue } = sheet;
  const held = persons > 0 ? `${persons} 人，一共 ${yuanOf(totalFen)} 元。` : '这个月没有发出有面值的礼品卡。';
  return withoutValue > 0 ? `${held}另有 ${withoutValue} 张没有写面值，不在文件里。` : held;
}
