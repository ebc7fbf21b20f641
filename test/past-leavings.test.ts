import { main as exit } from '../cloudfunctions/exit/index';
import { supposedReason } from '../cloudfunctions/exit/rules/first-reasons';
import { main as people } from '../cloudfunctions/people/index';
import type { ExitContract } from '../shared/exit/contract';
import type { CallDefinition, InputOf, OutputOf } from '../shared/kernel/contract';
import { freshRequest, stopClock } from './mall';
import { openPersonnel, realRoster } from './personnel';

/** A roster is read, decided and applied whole before anything is counted. */
jest.setTimeout(120_000);

const file = realRoster();
if (file === null)
  console.warn('SKIPPED: ../shared/data/roster/HRDataset_v13.csv is not there; no leavings are brought');
const whereThere = file === null ? describe.skip : describe;

whereThere('the 103 leavers of a roster that an HR department exported', () => {
  it('are counted by reason as the file has them, once HR said what its words mean', async () => {
    stopClock('2026-11-20T02:00:00.000Z');
    const office = await openPersonnel({ people });
    const tell = async <D extends CallDefinition>(call: string, input: InputOf<D>): Promise<OutputOf<D>> => {
      const answer = await office.stage.call<OutputOf<D>>(exit, 'o-hr', { call, input });
      if (!answer.ok) throw new Error(`${call} was refused: ${JSON.stringify(answer)}`);
      return answer.data;
    };
    // As the file's own words say: who is marked as employed stays so.
    const batch = await office.decideAll(await office.preview(file ?? ''), 'first');
    await office.apply(batch._id);
    const bring = () =>
      tell<ExitContract['bringPastLeavings']>('bringPastLeavings', { status: 'left', requestId: freshRequest() });
    expect(await bring()).toEqual({ brought: 103, next: null });
    expect(await tell<ExitContract['readExitBoard']>('readExitBoard', {})).toMatchObject({
      ...{ total: 103, hasUnassigned: true, shares: [{ key: 'none', total: 103 }] },
    });

    const { items } = await tell<ExitContract['listReasonWords']>('listReasonWords', { limit: 50 });
    expect(items).toHaveLength(16);
    const assigned = items.map(({ _id: wordsId, words }) => ({ wordsId, reasonId: supposedReason(words) ?? '' }));
    const assign = { items: assigned, requestId: freshRequest() };
    await tell<ExitContract['assignReasonWords']>('assignReasonWords', assign);

    const board = await tell<ExitContract['readExitBoard']>('readExitBoard', {});
    const counts = Object.fromEntries(
      board.shares.flatMap(({ reasons }) => reasons.map((one) => [one.words, one.count])),
    );
    expect(counts).toEqual({
      ...{ 有更好的机会: 20, 工作得不开心: 14, 薪酬偏低: 11, 想换行业或方向: 9, 加班过多: 9, 考勤问题: 7 },
      ...{ 搬家或回老家: 5, 继续深造: 5 },
    });
    expect(board).toMatchObject({ total: 103, hasUnassigned: false });
    const departments = board.tables.find(({ cut }) => cut === 'department')?.rows ?? [];
    expect(departments.map(({ total }) => total)).toEqual([83, 10, 10]);
    // Brought again, nothing is counted twice, and the meanings hold.
    await bring();
    const again = await tell<ExitContract['readExitBoard']>('readExitBoard', {});
    expect(again.shares).toEqual(board.shares);
    await office.close();
  });
});
