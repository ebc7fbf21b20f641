import { signedCall } from '../cloudfunctions/platform/system-call';
import type { Violation } from '../cloudfunctions/points/books/audit-account';
import { auditBooks, openIntents } from '../cloudfunctions/points/books/audit-books';
import type { StoredEntry } from '../cloudfunctions/points/books/ledger-chain';
import { main } from '../cloudfunctions/points/index';
import { forgetRules } from '../cloudfunctions/points/read-rules';
import type { Account } from '../cloudfunctions/points/rules/account';
import { type StoredGift, shelved } from '../cloudfunctions/points/rules/gift';
import type { StoredRedemption } from '../cloudfunctions/points/rules/redemption';
import { gifts } from '../cloudfunctions/points/store';
import { main as today } from '../cloudfunctions/today/index';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import type { PointsContract } from '../shared/points/contract';
import type { Gift } from '../shared/points/model';
import { openStage, type Stage } from './stage';

type Call = keyof PointsContract;

/** Everything the points context has written, read at one moment without the SDK. */
export interface Books {
  accounts: Account[];
  entries: StoredEntry[];
  gifts: StoredGift[];
  redemptions: StoredRedemption[];
}

/** The points function on a stage, with words for what its tests do again and again. */
export interface Mall {
  stage: Stage;
  /** Calls as the WeChat with this OpenID. */
  ask<Name extends Call>(
    openId: string | null,
    call: Name,
    input: InputOf<PointsContract[Name]>,
  ): Promise<Answer<OutputOf<PointsContract[Name]>>>;
  /** The answer's data; throws when it was refused. */
  tell<Name extends Call>(
    openId: string,
    call: Name,
    input: InputOf<PointsContract[Name]>,
  ): Promise<OutputOf<PointsContract[Name]>>;
  /** The code of the refusal; throws when it was not refused. */
  refusalOf<Name extends Call>(
    openId: string | null,
    call: Name,
    input: InputOf<PointsContract[Name]>,
  ): Promise<string>;
  /** Another context's function calls. */
  deliver<Name extends Call>(
    call: Name,
    input: InputOf<PointsContract[Name]>,
  ): Promise<Answer<OutputOf<PointsContract[Name]>>>;
  /** The fact that a person joined arrives. */
  welcome(personId: string): Promise<Answer<unknown>>;
  /** Somebody new with 20 points, and a gift of their own with two pieces at 15. */
  newcomer(): Promise<{ name: string; openId: string; giftId: string }>;
  putOnShelf(gift: Partial<Gift> & { _id: string }): Promise<void>;
  books(): Books;
  accountOf(personId: string): Account | undefined;
  violations(): Violation[];
  /** Takes the function that tells people down, or up again. */
  takeTodayDown(isDown: boolean): void;
  /** The clock moves on by two minutes and the timer fires; what is still open afterwards. */
  sweep(): Promise<ReturnType<typeof openIntents>>;
  close(): Promise<void>;
}

/** Stops the clock at a moment; only `Date` stands still, timers and sockets go on. */
export function stopClock(at: string): void {
  jest.useFakeTimers({
    now: new Date(at),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'requestAnimationFrame',
      'cancelAnimationFrame',
      'requestIdleCallback',
      'cancelIdleCallback',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}

/** Moves the stopped clock on. */
export function passTime(millis: number): void {
  jest.setSystemTime(Date.now() + millis);
}

let newcomers = 0;
let made = 0;
/** A request id nobody used before in this process. */
export function freshRequest(): string {
  made += 1;
  return `request-${String(made).padStart(12, '0')}`;
}

/** Opens the mall, with a few people seated: `o-<name>` is the OpenID of `p-<name>`. `others` can be asked by it. */
export async function openMall(others: Parameters<typeof openStage>[1] = {}): Promise<Mall> {
  let isTodayDown = false;
  const stage = await openStage([], {
    ...others,
    today: async (event) => {
      if (isTodayDown) throw new Error('today is down');
      return today(event);
    },
  });
  // Every stage is another cloud; a container knows one.
  forgetRules();
  const ask: Mall['ask'] = (openId, call, input) => stage.call(main, openId, { call, input });
  const deliver: Mall['deliver'] = (call, input) =>
    stage.call(main, null, signedCall('points', call, input, new Date()));
  const books = (): Books => ({
    accounts: stage.cloud.documents('pointAccounts') as unknown as Account[],
    entries: stage.cloud.documents('pointLedgerEntries') as unknown as StoredEntry[],
    gifts: stage.cloud.documents('gifts') as unknown as StoredGift[],
    redemptions: stage.cloud.documents('redemptions') as unknown as StoredRedemption[],
  });
  const welcome: Mall['welcome'] = (personId) => {
    const at = new Date();
    const fact = { factId: `joined.${personId}`, personId, employmentId: `e-${personId}`, at: at.toISOString() };
    return deliver('welcomePerson', { fact, requestId: freshRequest() });
  };
  const putOnShelf: Mall['putOnShelf'] = async (gift) => {
    const stock = gift.stock ?? 5;
    await gifts.put(
      shelved({
        name: '马克杯',
        description: '',
        costPoints: 10,
        supplied: stock,
        perPersonLimit: null,
        pictureFileId: null,
        onSale: true,
        createdAt: '2026-01-01T00:00:00.000Z',
        ...gift,
        stock,
      }),
    );
  };
  for (const name of ['lan', 'ming', 'yu']) await stage.seat({ _id: `o-${name}`, personId: `p-${name}`, name });
  await stage.seat({ _id: 'o-hr', personId: 'p-hr', grants: [{ role: 'hr', branchId: null }] });
  await stage.seat({ _id: 'o-branch', personId: 'p-branch', grants: [{ role: 'branchHr', branchId: 'branch-south' }] });
  await stage.seat({ _id: 'o-south', personId: 'p-south', branchId: 'branch-south' });
  await stage.seat({ _id: 'o-left', personId: 'p-left', relievingDate: '2020-06-30' });
  await stage.seat({ _id: 'o-new', personId: 'p-new', status: 'preboarding', dateOfJoining: '2199-01-01' });
  return {
    stage,
    ask,
    async tell(openId, call, input) {
      const answer = await ask(openId, call, input);
      if (!answer.ok) throw new Error(`${call} was refused: ${answer.code}`);
      return answer.data;
    },
    async refusalOf(openId, call, input) {
      const answer = await ask(openId, call, input);
      if (answer.ok) throw new Error(`${call} was not refused`);
      return answer.code;
    },
    deliver,
    welcome,
    async newcomer() {
      newcomers += 1;
      const name = `newcomer${newcomers}`;
      await stage.seat({ _id: `o-${name}`, personId: `p-${name}`, name });
      await welcome(`p-${name}`);
      await putOnShelf({ _id: `gift-${name}`, stock: 2, costPoints: 15 });
      return { name, openId: `o-${name}`, giftId: `gift-${name}` };
    },
    putOnShelf,
    books,
    accountOf: (personId) => books().accounts.find(({ _id }) => _id === personId),
    violations() {
      const { accounts, entries, gifts: shelf, redemptions } = books();
      return auditBooks(accounts, entries, shelf, redemptions);
    },
    takeTodayDown(isDown) {
      isTodayDown = isDown;
    },
    async sweep() {
      passTime(120_000);
      await stage.runTimer(main, 'minute');
      const { accounts, gifts: shelf, redemptions } = books();
      return openIntents(accounts, shelf, redemptions);
    },
    close: () => stage.close(),
  };
}

/** Everything swept. */
export const nothingOpen = { pending: 0, reserved: 0, returning: 0 };
