import { buildIfChanged } from '../../scripts/build/build-product';
import { fewPieces } from '../../scripts/measure/redeem-race';
import { requestCosts } from '../../scripts/measure/request-costs';
import { root } from '../source-tree';

jest.setTimeout(200_000);

interface Cost {
  action: string;
  case: string;
  dbRequests: number;
  refused?: string;
}

async function all<Line>(lines: AsyncIterable<object>): Promise<Line[]> {
  const found: object[] = [];
  for await (const line of lines) found.push(line);
  return found as Line[];
}

beforeAll(() => buildIfChanged(root));

describe('the functions as they are deployed, bundled and in processes of their own', () => {
  it('grant the last five pieces five times when 64 phones ask twice each', async () => {
    expect([await fewPieces(root)]).toEqual([
      {
        clients: 64,
        requests: 128,
        stock: 5,
        granted: 5,
        duplicates: 0,
        minStock: 0,
        minBalance: 10,
        ledgerMismatches: 0,
        bugs: 0,
      },
    ]);
  });

  it('answer every call of every contract, within its budget of database requests', async () => {
    const costs = await all<Cost>(requestCosts(root, [100]));
    expect(costs.filter(({ refused }) => refused !== undefined)).toEqual([]);
    // Identity included.
    const budgets: [action: string, kind: string, most: number][] = [
      ['people.readMe', 'first', 1],
      ['people.readPerson', 'first', 5],
      ['points.checkIn', 'first', 3],
      ['points.earn', 'first', 3],
      ['points.listGifts', 'all', 3],
      // A container reads the rules once a day, here with the first page.
      ['points.listLedger', 'all', 4],
      ['points.redeemGift', 'first', 5],
      ['points.redeemGift', 'repeat', 2],
      ['points.welcomePerson', 'first', 3],
      ['community.listFeed', 'first', 2],
      ['community.likePost', 'first', 2],
      ['recognition.listThanks', 'first', 2],
      ['activities.listActivities', 'first', 3],
      ['activities.signUp', 'first', 3],
      ['today.readToday', 'first', 2],
      ['today.listInbox', 'all', 2],
      ['today.markRead', 'first', 3],
      ['today.notify', 'first', 2],
      ['today.putTask', 'first', 2],
    ];
    const over = budgets.filter(([action, kind, most]) => {
      const lines = costs.filter((line) => line.action === action && line.case === kind);
      return lines.length === 0 || lines.some(({ dbRequests }) => dbRequests > most);
    });
    expect(over).toEqual([]);
  });
});
