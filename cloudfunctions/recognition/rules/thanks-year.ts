import type { ThanksYear } from '../../../shared/recognition/thanks';
import type { ReceivedThanks } from '../documents';

/** How many cards of a year are looked through. */
export const mostOfYear = 500;

const mostPeople = 5;

function counted(words: readonly string[]): { word: string; cards: number }[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, cards]) => ({ word, cards }))
    .sort((one, other) => other.cards - one.cards || (one.word < other.word ? -1 : 1));
}

/** 年度回忆 of one person. */
export function thanksYear(year: number, received: readonly ReceivedThanks[], sent: number): ThanksYear {
  const names = new Map(received.map(({ fromId, fromName }) => [fromId, fromName]));
  return {
    year,
    sent,
    received: received.length,
    isCut: received.length >= mostOfYear,
    values: counted(received.map(({ valueName }) => valueName)).map(({ word, cards }) => ({ valueName: word, cards })),
    people: counted(received.map(({ fromId }) => fromId))
      .slice(0, mostPeople)
      .map(({ word, cards }) => ({ name: names.get(word) ?? '', cards })),
  };
}
