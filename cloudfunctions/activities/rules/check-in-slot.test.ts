import { believedSlots, codeOf, slotAt } from './check-in-slot';

const moment = (millis: number) => new Date(Date.parse('2026-11-22T02:00:00.000Z') + millis);

it('a slot lasts fifteen seconds and says how long it still does', () => {
  const { slot } = slotAt(moment(0));
  expect(slotAt(moment(0)).nextInMillis).toBe(15_000);
  expect(slotAt(moment(14_999))).toEqual({ slot, nextInMillis: 1 });
  expect(slotAt(moment(15_000))).toEqual({ slot: slot + 1, nextInMillis: 15_000 });
});

it('believed are the slot and the one before, never the one to come', () => {
  const { slot } = slotAt(moment(0));
  expect(believedSlots(moment(29_999))).toContain(slot);
  expect(believedSlots(moment(30_000))).not.toContain(slot);
  expect(believedSlots(moment(-1))).not.toContain(slot);
});

it('a code is eight letters and digits', () => {
  expect(codeOf(Uint8Array.from([0, 31, 32, 63, 255, 1, 2, 3, 9]))).toBe('A7A77BCD');
});
