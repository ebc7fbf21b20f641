import type { Answer } from '../../../shared/kernel/contract';
import type { RosterBatchView, RosterStage } from '../../../shared/people/roster';
import { BatchRunner } from './batch-runner';

type BatchAnswer = Answer<Pick<RosterBatchView, 'stage' | 'doneRows'>>;
const at = (stage: RosterStage, doneRows = 0): BatchAnswer => ({ ok: true, data: { stage, doneRows }, traceId: 't' });
const refused = (code: 'roster_batch_busy' | 'roster_stage_passed' | 'roster_undo_blocked'): BatchAnswer => ({
  ok: false,
  code,
});

/** The cloud's side: what each call answers, in turn; nothing more means that the network is gone. */
function runnerOver(advances: BatchAnswer[], reads: BatchAnswer[] = []) {
  const asked: { call: string; requestId: string | undefined }[] = [];
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction: async ({ data }: { data: { call: string; input: { requestId?: string } } }) => {
          asked.push({ call: data.call, requestId: data.input.requestId });
          const result = (data.call === 'advanceRosterBatch' ? advances : reads).shift();
          if (!result) throw new Error('cloud.callFunction:fail');
          return { result };
        },
      },
    },
  });
  const stages: string[] = [];
  const problems: string[] = [];
  const waits: string[] = [];
  const runner = new BatchRunner({
    onBatch: ({ stage, doneRows }) => stages.push(`${stage} ${doneRows}`),
    onWait: (waitsFor) => waits.push(waitsFor),
    onStop: (problem) => problems.push(problem),
  });
  return { runner, asked, stages, problems, waits };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('piece after piece is asked for until the stage changes', async () => {
  const { runner, stages, asked } = runnerOver([at('reading', 1000), at('reading', 2000), at('reviewing', 2500)]);
  await runner.start('b');
  expect(stages).toEqual(['reading 1000', 'reading 2000', 'reviewing 2500']);
  expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(3);
});

test('while another phone is at work this one waits and shows how far it is', async () => {
  const { runner, stages } = runnerOver([refused('roster_batch_busy'), at('applied')], [at('applying', 500)]);
  const run = runner.start('b');
  await jest.advanceTimersByTimeAsync(1999);
  expect(stages).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  await run;
  expect(stages).toEqual(['applying 500', 'applied 0']);
});

test('a stage that another phone has finished is simply shown', async () => {
  const { runner, stages, problems } = runnerOver([refused('roster_stage_passed')], [at('reviewing')]);
  await runner.start('b');
  expect({ stages, problems }).toEqual({ stages: ['reviewing 0'], problems: [] });
});

test('without a network it says so, and goes on by itself with the same request', async () => {
  const advances: BatchAnswer[] = [];
  const { runner, stages, problems, waits, asked } = runnerOver(advances);
  const run = runner.start('b');
  await jest.advanceTimersByTimeAsync(0);
  expect({ waits, problems }).toEqual({ waits: [expect.stringContaining('网络')], problems: [] });
  advances.push(at('applied'));
  await jest.advanceTimersByTimeAsync(5000);
  await run;
  expect(stages).toEqual(['applied 0']);
  expect(asked[1]?.requestId).toBe(asked[0]?.requestId);
});

test('a page that is left while the network is gone stops asking', async () => {
  const { runner, asked } = runnerOver([]);
  const run = runner.start('b');
  await jest.advanceTimersByTimeAsync(0);
  runner.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  await run;
  expect(asked).toHaveLength(1);
});

test('a refusal stops it with its reason', async () => {
  const { runner, problems } = runnerOver([refused('roster_undo_blocked')]);
  await runner.start('b');
  expect(problems).toEqual([expect.stringContaining('不能整批撤销')]);
});

test('a page that was left asks for nothing more and hears of nothing more', async () => {
  const { runner, stages, asked } = runnerOver([at('reading', 1000), at('reviewing')]);
  const run = runner.start('b');
  runner.stop();
  await run;
  expect({ stages, calls: asked.length }).toEqual({ stages: [], calls: 1 });
});
