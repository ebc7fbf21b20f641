import { randomUUID } from 'node:crypto';
import type { Answer, InputOf } from '../../../shared/kernel/contract';
import type { PointsContract } from '../../../shared/points/contract';
import type { Random } from '../../random';

type Call = keyof PointsContract;

/** One request, as often as it is sent. */
export interface Operation {
  /** The WeChat that sends it; `system` is one of our own functions. */
  as: string;
  call: Call;
  input: object;
}

/** What an acknowledged operation must have left in the books. */
export type Evidence =
  | { kind: 'entry'; id: string }
  | { kind: 'redemption'; id: string; states: readonly string[]; entry: string | null };

/** What can be fulfilled, cancelled or voided: answers that came back so far. */
export interface Done {
  redemptions: { id: string }[];
  entries: string[];
}

export const people = 200;
export const gifts = ['crash-gift-1', 'crash-gift-2', 'crash-gift-3'] as const;
export const hrPhone = 'phone-hr';

const personOf = (number: number) => `race-${number + 1}`;
const phoneOf = (number: number) => `phone-${number + 1}`;

const operation = <Name extends Call>(as: string, call: Name, input: InputOf<PointsContract[Name]>): Operation => ({
  as,
  call,
  input,
});

const makers: readonly [number, (random: Random, done: Done) => Operation][] = [
  [10, (random) => operation(phoneOf(random.below(people)), 'checkIn', { requestId: randomUUID() })],
  [
    30,
    (random) =>
      operation('system', 'earn', {
        factId: randomUUID(),
        rule: random.pick(['referralInterviewed', 'milestoneReached', 'newsRead', 'trainingPassed'] as const),
        personId: personOf(random.below(people)),
        about: null,
        at: new Date().toISOString(),
        requestId: randomUUID(),
      }),
  ],
  [
    12,
    (random) => {
      const from = random.below(people);
      const to = [1, 2].slice(0, 1 + random.below(2)).map((step) => personOf((from + step * 7) % people));
      return operation('system', 'give', {
        factId: randomUUID(),
        fromPersonId: personOf(from),
        toPersonIds: to,
        points: 1 + random.below(5),
        about: null,
        at: new Date().toISOString(),
        requestId: randomUUID(),
      });
    },
  ],
  [
    26,
    (random) =>
      operation(phoneOf(random.below(people)), 'redeemGift', { giftId: random.pick(gifts), requestId: randomUUID() }),
  ],
  [8, (random, done) => closing('cancelRedemption', random, done, { reason: '缺货' })],
  [6, (random, done) => closing('fulfilRedemption', random, done, {})],
  [
    4,
    (random, done) =>
      operation(hrPhone, 'voidEntry', {
        entryId: done.entries.length > 0 ? random.pick(done.entries) : 'none',
        reason: '重复',
        requestId: randomUUID(),
      }),
  ],
  [
    4,
    (random) =>
      operation(hrPhone, 'correctAccount', {
        personId: personOf(random.below(people)),
        direction: random.pick(['add', 'take'] as const),
        points: 1 + random.below(20),
        reason: '更正',
        requestId: randomUUID(),
      }),
  ],
];

function closing(call: 'cancelRedemption' | 'fulfilRedemption', random: Random, done: Done, more: object): Operation {
  const redemptionId = done.redemptions.length > 0 ? random.pick(done.redemptions).id : 'none';
  return { as: hrPhone, call, input: { redemptionId, requestId: randomUUID(), ...more } };
}

/** Another operation, as often of each kind as its weight says. */
export function nextOperation(random: Random, done: Done): Operation {
  const total = makers.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.below(total);
  for (const [weight, make] of makers) {
    if (left < weight) return make(random, done);
    left -= weight;
  }
  throw new Error('the weights do not add up');
}

const field = (value: unknown, name: string): unknown => Reflect.get(Object(value), name);
const text = (value: unknown, name: string) => String(field(value, name));

/** What must be in the books once this answer was given; nothing for what was refused or earned nothing. */
export function evidenceOf({ as, call, input }: Operation, answer: Answer<unknown>): Evidence[] {
  if (!answer.ok) return [];
  switch (call) {
    case 'checkIn':
      return [
        { kind: 'entry', id: `${as.replace('phone', 'race')}.checkIn.${text(field(answer.data, 'account'), 'today')}` },
      ];
    case 'earn': {
      const id = `${text(input, 'personId')}.${text(input, 'rule')}.${text(input, 'factId')}`;
      return field(answer.data, 'heldBack') === null ? [{ kind: 'entry', id }] : [];
    }
    case 'give':
      return (field(input, 'toPersonIds') as string[]).flatMap((to, index) => {
        const [from, fact] = [text(input, 'fromPersonId'), text(input, 'factId')];
        return [
          { kind: 'entry' as const, id: `${from}.gave.${fact}.${index + 1}` },
          { kind: 'entry' as const, id: `${to}.received.${fact}.${from}` },
        ];
      });
    case 'redeemGift': {
      const id = text(field(answer.data, 'redemption'), '_id');
      return [{ kind: 'redemption', id, states: ['reserved', 'fulfilled', 'cancelled'], entry: null }];
    }
    case 'cancelRedemption': {
      const id = text(input, 'redemptionId');
      return [{ kind: 'redemption', id, states: ['cancelled'], entry: `${id}.cancelled` }];
    }
    case 'fulfilRedemption':
      return [{ kind: 'redemption', id: text(input, 'redemptionId'), states: ['fulfilled'], entry: null }];
    case 'voidEntry':
      return [{ kind: 'entry', id: `${text(input, 'entryId')}.voided` }];
    case 'correctAccount':
      return [{ kind: 'entry', id: `${text(input, 'personId')}.corrected.${text(input, 'requestId')}` }];
    default:
      return [];
  }
}
