import { shelved } from '../../cloudfunctions/points/rules/gift';
import type { Answer } from '../../shared/kernel/contract';
import type { BuiltCloud } from './open-built-cloud';
import { employees, hrBeside, hrPhone } from './race-people';

/** How many ask for how much of what. */
export interface Load {
  giftIds: readonly string[];
  /** Of each gift. */
  stock: number;
  people: number;
  clients: number;
  requests: number;
}

/** Gifts at one point, and people with as many points as they could ever spend on them. */
export async function prepareMany({ cloud, ask }: BuiltCloud, { giftIds, stock, people: count, requests }: Load) {
  const gifts = giftIds.map((giftId) =>
    shelved({
      ...{ _id: giftId, name: '抢兑', description: '', costPoints: 1, stock, supplied: stock },
      ...{ perPersonLimit: null, pictureFileId: null, onSale: true, createdAt: new Date().toISOString() },
    }),
  );
  const people = employees(count);
  // As a seed file would hold them.
  await cloud.seed(JSON.parse(JSON.stringify({ collections: { identities: [...people, hrBeside(people)], gifts } })));
  for (const { personId, employmentId } of people) {
    const fact = { factId: `joined-${personId}`, personId, employmentId, at: new Date().toISOString() };
    await ask.call('system', 'points', 'welcomePerson', { fact, requestId: `welcome-request-${personId}` });
    const input = { personId, direction: 'add', points: requests, reason: '测量' };
    await ask.call(hrPhone, 'points', 'correctAccount', { ...input, requestId: `points-request-${personId}` });
  }
}

/** Every request twice at the same moment, by so many clients one after the other. */
export async function sendTwice(built: BuiltCloud, load: Load, wave: string): Promise<Answer<unknown>[]> {
  const answers: Answer<unknown>[] = [];
  let left = load.requests;
  const client = async (phone: string) => {
    while (left > 0) {
      left -= 1;
      const input = {
        giftId: load.giftIds[0] ?? '',
        requestId: `race-request-${wave}-${String(left).padStart(6, '0')}`,
      };
      const twins = [1, 2].map(() => built.send(phone, 'points', 'redeemGift', input).catch(() => null));
      for (const answer of await Promise.all(twins)) if (answer) answers.push(answer);
    }
  };
  await Promise.all(employees(load.clients).map(({ _id }) => client(_id)));
  return answers;
}
