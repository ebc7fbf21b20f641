import { stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';

jest.setTimeout(600_000);

/** A piece costs the same whatever comes after it; ROSTER_ROWS=20000 shows it for the largest file that is taken. */
const rows = Number(process.env.ROSTER_ROWS ?? 2000);

let office: Personnel;
beforeAll(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  office = await openPersonnel();
});
afterAll(() => office.close());

/** A company of so many with 200 managers and 40 departments. */
function companyOf(people: number): string {
  const lines = ['工号,姓名,部门,岗位,手机号,出生日期,入职日期,离职日期,离职原因,直属上级,状态'];
  for (let index = 0; index < people; index += 1) {
    const number = String(index).padStart(5, '0');
    const manager = index < 200 ? '' : `员工${String(index % 200).padStart(5, '0')}`;
    const cells = [`E${number}`, `员工${number}`, `部门${index % 40}`, '专员', `138${number}${number.slice(0, 3)}`];
    lines.push([...cells, '1990/1/2', '2020-03-04', '', '', manager, '在职'].join(','));
  }
  return lines.join('\n');
}

it(`${rows} rows are read, applied and undone, each piece far below the function’s minute`, async () => {
  const pieces: { step: string; millis: number; dbRequests: number }[] = [];
  const { _id: batchId } = await office.bring(companyOf(rows));
  const advance = async (begun: string) => {
    for (let stage = begun; stage === begun; ) {
      const from = performance.now();
      const { result, dbRequests } = await office.stage.counted(() =>
        office.tell('o-hr', 'advanceRosterBatch', { batchId, requestId: `advance-${pieces.length}-000000000` }),
      );
      pieces.push({ step: begun, millis: Math.round(performance.now() - from), dbRequests });
      stage = result.stage;
    }
  };
  await office.match(batchId);
  await advance('reading');
  await office.tell('o-hr', 'applyRosterBatch', { batchId, requestId: 'apply-0000000000000' });
  await advance('applying');
  expect(office.employments()).toHaveLength(rows);
  expect(office.employments().filter(({ managerEmploymentId }) => managerEmploymentId !== null)).toHaveLength(
    rows - 200,
  );
  await office.tell('o-hr', 'undoRosterBatch', { batchId, requestId: 'undo-00000000000000' });
  await advance('undoing');
  expect([office.employments(), office.persons()]).toEqual([[], []]);

  for (const step of ['reading', 'applying', 'undoing']) {
    const own = pieces.filter((piece) => piece.step === step);
    const most = (key: 'millis' | 'dbRequests') => Math.max(...own.map((piece) => piece[key]));
    console.info(`${step}: ${own.length} pieces, at most ${most('millis')} ms and ${most('dbRequests')} requests each`);
    expect(most('millis')).toBeLessThan(20_000);
  }
});
