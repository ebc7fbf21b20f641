import fc from 'fast-check';
import {
  type CountedEntry,
  type DayTotals,
  heldChange,
  issuedIn,
  noTotals,
  recoveryPercent,
  withEntry,
} from './day-totals';

const earned: CountedEntry = { points: 5, pocket: 'spend', from: 'issue', to: 'person', source: 'checkIn' };
const paid: CountedEntry = { points: -60, pocket: 'spend', from: 'person', to: 'mall', source: 'corrected' };
const totalsOf = (...entries: CountedEntry[]) => entries.reduce<DayTotals>(withEntry, noTotals);

describe('a day', () => {
  it.each<[string, CountedEntry, Partial<DayTotals>]>([
    ['a check-in', earned, { issued: { checkIn: 5 } }],
    ['a thank-you that arrives', { ...earned, from: 'transit', source: 'received' }, { issued: { received: 5 } }],
    ['points that HR gives', { ...earned, points: 7, source: 'corrected' }, { issued: { corrected: 7 } }],
    ['a redemption', paid, { redeemed: 60 }],
    ['a refund', { ...paid, points: 60, from: 'mall', to: 'person' }, { refunded: 60 }],
    ['a donation', { ...paid, to: 'charity' }, { donated: 60 }],
    ['an expiry', { ...paid, to: 'expired' }, { expired: 60 }],
    ['a void', { ...paid, to: 'void' }, { voided: 60 }],
    ['a void that gives back', { ...paid, points: 60, from: 'void', to: 'person' }, { voided: -60 }],
    ['the allowance of a month', { ...earned, pocket: 'give', source: 'corrected' }, {}],
    ['a thank-you that leaves', { ...paid, pocket: 'give', to: 'transit' }, {}],
  ])('counts %s', (_, entry, counted) => {
    expect(totalsOf(entry)).toEqual({ ...noTotals, ...counted, entries: 1 });
  });

  it('adds up by source', () => {
    const totals = totalsOf(earned, earned, { ...earned, points: 20, source: 'joined' });
    expect(totals.issued).toEqual({ checkIn: 10, joined: 20 });
    expect(issuedIn(totals)).toBe(30);
  });

  it('changes what is held by exactly what its entries say', () => {
    const party = fc.constantFrom('issue', 'mall', 'charity', 'expired', 'void', 'transit');
    const entry = fc.record({ points: fc.integer({ min: -500, max: 500 }), party }).map(({ points, party: other }) => ({
      points,
      pocket: 'spend' as const,
      from: points < 0 ? 'person' : other,
      to: points < 0 ? other : 'person',
      source: 'newsRead' as const,
    }));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const sum = entries.reduce((total, { points }) => total + points, 0);
        expect(heldChange(totalsOf(...entries))).toBe(sum);
      }),
    );
  });
});

describe('the recovery rate', () => {
  it('is what came back of what was issued, refunds taken off', () => {
    const back = { ...paid, points: 20, from: 'mall', to: 'person' };
    expect(recoveryPercent([totalsOf({ ...earned, points: 200 }), totalsOf(paid, back)])).toBe(20);
  });

  it('is not told where nothing was issued', () => {
    expect(recoveryPercent([totalsOf(paid)])).toBeNull();
  });
});
