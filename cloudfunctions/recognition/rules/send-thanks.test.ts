import { cardsPerPairAndMonth } from '../../../shared/recognition/thanks';
import type { ThanksMonth } from '../documents';
import { checkBoostable } from './boost-thanks';
import { firstValues, renamedValues } from './company-values';
import { maySeeThanks } from './may-see-thanks';
import { composeThanks, monthWith, monthWithout, sameThanks, type ThanksRequest, thanksView } from './send-thanks';
import { thanksYear } from './thanks-year';

const colleague = (name: string, managerPersonId: string | null = null) => ({
  ...{ personId: `p-${name}`, name, departmentName: '研发部', position: '', departmentId: 'd-1', branchId: 'b-1' },
  ...{ managerPersonId, birthday: null, dateOfJoining: null },
});
const request: ThanksRequest = {
  ...{
    cardId: 't-1',
    from: { personId: 'p-me', name: '我' },
    toPersonIds: ['p-a', 'p-b'],
    valueId: 'v-together',
  },
  ...{ design: 'leaf', words: '谢谢', pointsEach: 5, at: '2026-11-22T02:00:00.000Z' },
};
const here = [colleague('a', 'p-boss'), colleague('b')];
const composed = (more: Partial<ThanksRequest> = {}, suggest: 'pass' | 'review' | 'risky' = 'pass') =>
  composeThanks({ ...request, ...more }, here, firstValues, suggest);
const newId = (name: string) => `v-new ${name}`;
const month: ThanksMonth = { _id: 'p-me.2026-11', sent: {}, version: 0, pending: null, pendingSince: null };

describe('a card', () => {
  it('names the value as it is called today, and tells each receiver’s manager', () => {
    const { card, received } = composed();
    expect(card).toMatchObject({ valueName: '互相成就', state: 'shown', isGiven: false });
    expect(received.map(({ toId, managerId }) => [toId, managerId])).toEqual([
      ['p-a', 'p-boss'],
      ['p-b', null],
    ]);
  });

  it('reaches somebody who was named twice once', () => {
    expect(composed({ toPersonIds: ['p-a', 'p-a'] }).received).toHaveLength(1);
  });

  it('waits unseen when the check is unsure', () => {
    const { card, received } = composed({}, 'review');
    expect(card.state).toBe('inReview');
    expect(received.every(({ isShown }) => !isShown)).toBe(true);
  });

  it.each([
    ['thanks_to_oneself', { toPersonIds: ['p-a', 'p-me'] }, 'pass'],
    ['colleague_not_found', { toPersonIds: ['p-gone'] }, 'pass'],
    ['company_value_not_found', { valueId: 'v-none' }, 'pass'],
    ['text_refused', {}, 'risky'],
  ] as const)('is refused with %s', (code, more, suggest) => {
    expect(() =>
      composed({ ...more, toPersonIds: [...('toPersonIds' in more ? more.toPersonIds : ['p-a'])] }, suggest),
    ).toThrow(code);
  });

  it('of a value that went out of use is refused', () => {
    const values = renamedValues(firstValues, ['新的'], newId);
    expect(() => composeThanks(request, here, values, 'pass')).toThrow('company_value_not_found');
  });

  it('is the repeat of itself only when it says the same to the same', () => {
    const { card } = composed();
    expect(sameThanks(card, { ...request, toPersonIds: ['p-b', 'p-a'] })).toBe(card);
    for (const more of [{ words: '别的' }, { toPersonIds: ['p-a'] }, { design: 'star' as const }]) {
      expect(() => sameThanks(card, { ...request, ...more })).toThrow('request_id_reused');
    }
  });

  it('keeps who boosted it to itself', () => {
    const { card } = composed();
    const view = thanksView({ ...card, boosters: ['p-x'] }, 'p-x');
    expect(view).toMatchObject({ boosts: 1, boostedByMe: true });
    expect(JSON.stringify(view)).not.toContain('p-x');
    expect(thanksView({ ...card, boosters: ['p-x'] }, 'p-y').boostedByMe).toBe(false);
  });
});

describe('a month', () => {
  it(`takes ${cardsPerPairAndMonth} cards to the same colleague, and not one more`, () => {
    let now = month;
    for (let count = 0; count < cardsPerPairAndMonth; count += 1)
      now = { ...monthWith(now, composed()), pending: null };
    expect(now.sent).toEqual({ 'p-a': 3, 'p-b': 3 });
    expect(() => monthWith(now, composed())).toThrow('thanks_limit_reached');
    expect(() => monthWith(now, composed({ toPersonIds: ['p-b'] }))).toThrow('thanks_limit_reached');
  });

  it('without the card that could not be sent is as before', () => {
    const taken = monthWith(month, composed());
    expect(taken).toMatchObject({ version: 1, pendingSince: request.at });
    expect(monthWithout(taken)).toMatchObject({ sent: { 'p-a': 0, 'p-b': 0 }, version: 2, pending: null });
  });
});

describe('who sees a card', () => {
  const { card } = composed();
  const viewer = (personId: string, ...roles: ('employee' | 'alumnus' | 'hr')[]) => ({ personId, roles });

  it('everybody who works here, once it is shown', () => {
    expect(maySeeThanks(card, viewer('p-x', 'employee'))).toBe(true);
    expect(maySeeThanks({ ...card, state: 'inReview' }, viewer('p-x', 'employee'))).toBe(false);
    expect(maySeeThanks({ ...card, state: 'takenDown' }, viewer('p-a', 'employee'))).toBe(false);
  });

  it('its sender and HR in every state; who left only their own', () => {
    expect(maySeeThanks({ ...card, state: 'takenDown' }, viewer('p-me', 'employee'))).toBe(true);
    expect(maySeeThanks({ ...card, state: 'inReview' }, viewer('p-x', 'employee', 'hr'))).toBe(true);
    expect(maySeeThanks(card, viewer('p-a', 'alumnus'))).toBe(true);
    expect(maySeeThanks(card, viewer('p-x', 'alumnus'))).toBe(false);
  });
});

describe('a boost', () => {
  const { card } = composed();
  it('is for others than sender and receivers, while the card is shown', () => {
    expect(() => checkBoostable(card, 'p-x')).not.toThrow();
    for (const own of ['p-me', 'p-a']) expect(() => checkBoostable(card, own)).toThrow('thanks_to_oneself');
    expect(() => checkBoostable({ ...card, state: 'takenDown' }, 'p-x')).toThrow('thanks_not_found');
  });

  it('is one of two hundred at the most, and its repeat still gets through', () => {
    const boosters = Array.from({ length: 200 }, (_, index) => `p-${index}`);
    expect(() => checkBoostable({ ...card, boosters: boosters.slice(1) }, 'p-x')).not.toThrow();
    expect(() => checkBoostable({ ...card, boosters }, 'p-x')).toThrow('thanks_boosts_full');
    expect(() => checkBoostable({ ...card, boosters }, 'p-7')).not.toThrow();
  });
});

describe('the company’s values', () => {
  it('keep their id while they keep their name', () => {
    const after = renamedValues(firstValues, ['坦诚直接', '新的'], newId);
    expect(after.filter(({ isInUse }) => isInUse).map(({ _id, name }) => [_id, name])).toEqual([
      ['v-candour', '坦诚直接'],
      ['v-new 新的', '新的'],
    ]);
    expect(after.filter(({ isInUse }) => !isInUse)).toHaveLength(4);
    expect(new Set(after.map(({ _id }) => _id)).size).toBe(after.length);
  });

  it('come back under their old id', () => {
    const without = renamedValues(firstValues, ['新的'], newId);
    expect(renamedValues(without, ['互相成就'], newId)[0]).toEqual({
      _id: 'v-together',
      name: '互相成就',
      isInUse: true,
    });
  });
});

it('a year tells how many, for what, and from whom most often', () => {
  const received = ['a', 'a', 'b'].map((name, index) => ({
    ...{ _id: `t-${index}.p-me`, cardId: `t-${index}`, toId: 'p-me', managerId: null, isShown: true, sort: '' },
    ...{ fromId: `p-${name}`, fromName: name, valueName: index === 0 ? '坦诚直接' : '互相成就' },
  }));
  expect(thanksYear(2026, received, 4)).toEqual({
    ...{ year: 2026, received: 3, sent: 4, isCut: false },
    values: [
      { valueName: '互相成就', cards: 2 },
      { valueName: '坦诚直接', cards: 1 },
    ],
    people: [
      { name: 'a', cards: 2 },
      { name: 'b', cards: 1 },
    ],
  });
});
