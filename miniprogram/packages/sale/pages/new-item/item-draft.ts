import type { SalePayment, SaleTerms, StockedSaleItem } from '../../../../../shared/sale/sale';
import { dayInWords, todayOf } from '../../../../wording/day';
import { fenOf, yuanOf } from '../../../../wording/money';

/** What is typed of something to sell. Days and times are of Asia/Shanghai. */
export interface ItemDraft {
  name: string;
  about: string;
  price: string;
  pieces: string;
  limit: string;
  opensDay: string;
  opensTime: string;
  closesDay: string;
  closesTime: string;
  cancelDay: string;
  pickUpDay: string;
  pickUpPlace: string;
  payment: SalePayment;
  /** Addresses of what stands, or paths on the phone. */
  pictures: string[];
}

/** From tomorrow for three days, fetched two days later. */
export function blankItem(now: Date): ItemDraft {
  const dayIn = (days: number) => todayOf(new Date(now.getTime() + days * 86_400_000));
  return {
    ...{ name: '', about: '', price: '', pieces: '', limit: '2', pickUpPlace: '', payment: 'atHandOver' },
    pictures: [],
    ...{ opensDay: dayIn(1), opensTime: '10:00', closesDay: dayIn(4), closesTime: '18:00' },
    ...{ cancelDay: dayIn(5), pickUpDay: dayIn(6) },
  };
}

const whole = (typed: string, most: number) => {
  const number = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= most ? number : null;
};

/** What is missing, beside the field; empty when nothing is. */
export function itemProblems({ name, price, pieces, limit, pickUpPlace }: ItemDraft): Partial<Record<string, string>> {
  const fen = fenOf(price);
  return {
    ...(name.trim() ? {} : { name: '写上名称' }),
    ...(fen !== null && fen > 0 && fen <= 10_000_000 ? {} : { price: '填 10 万元以内的金额，例如 59 或 59.90' }),
    ...(whole(pieces, 5000) ? {} : { pieces: '填 1 到 5000 的整数' }),
    ...(whole(limit, 20) ? {} : { limit: '填 1 到 20 的整数' }),
    ...(pickUpPlace.trim() ? {} : { pickUpPlace: '写上在哪里领取' }),
  };
}

const momentOf = (day: string, time: string) => new Date(`${day}T${time}:00.000+08:00`).toISOString();

const timeOf = (moment: string) => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(11, 16);

/** An item that is up, as the form shows it. */
export function draftOf(item: StockedSaleItem): ItemDraft {
  const { name, about, priceFen, supplied, perPersonLimit, opensAt, closesAt, cancelUntil } = item;
  const { pickUpOn: pickUpDay, pickUpPlace, payment, pictureUrls: pictures } = item;
  return {
    ...{ name, about, price: yuanOf(priceFen), pieces: String(supplied), limit: String(perPersonLimit), pictures },
    ...{ opensDay: todayOf(new Date(opensAt)), opensTime: timeOf(opensAt), pickUpDay, pickUpPlace, payment },
    ...{ closesDay: todayOf(new Date(closesAt)), closesTime: timeOf(closesAt) },
    cancelDay: todayOf(new Date(cancelUntil)),
  };
}

/** What goes to the cloud, once nothing is missing. A moment that nobody touched stays as it was, to the second. */
export function termsOf(draft: ItemDraft, standing: StockedSaleItem | null): SaleTerms {
  const { name, about, price, limit, pickUpDay: pickUpOn, pickUpPlace, payment } = draft;
  const was = standing && draftOf(standing);
  const isOpening = was?.opensDay === draft.opensDay && was.opensTime === draft.opensTime;
  const isClosing = was?.closesDay === draft.closesDay && was.closesTime === draft.closesTime;
  const isCancelling = was?.cancelDay === draft.cancelDay;
  return {
    ...{ name, about, priceFen: fenOf(price) ?? 0, perPersonLimit: Number(limit), pickUpOn, pickUpPlace, payment },
    opensAt: isOpening && standing ? standing.opensAt : momentOf(draft.opensDay, draft.opensTime),
    closesAt: isClosing && standing ? standing.closesAt : momentOf(draft.closesDay, draft.closesTime),
    cancelUntil: isCancelling && standing ? standing.cancelUntil : momentOf(draft.cancelDay, '23:59'),
  };
}

/** The days of a draft as they stand on the screen. */
export function daysInWords({ opensDay, closesDay, cancelDay, pickUpDay }: ItemDraft, now: Date) {
  const today = todayOf(now);
  return {
    ...{ opensDay: dayInWords(opensDay, today), closesDay: dayInWords(closesDay, today) },
    ...{ cancelDay: dayInWords(cancelDay, today), pickUpDay: dayInWords(pickUpDay, today) },
  };
}
