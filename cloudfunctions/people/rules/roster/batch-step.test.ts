import type { RosterStage } from '../../../../shared/people/roster';
import { Refusal } from '../../../../shared/refusal';
import { type BatchStep, isRepeat, mayApply, mayUndo } from './batch-step';

const batch = (stage: RosterStage) => ({
  stage,
  requests: { match: 'request-1' },
  undoUntil: '2027-02-18T23:59:59.999Z',
});
const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.detail];
    throw error;
  }
};

it.each<[BatchStep, RosterStage[]]>([
  ['read', ['opened', 'mapped']],
  ['match', ['mapped']],
  ['decide', ['reviewing']],
  ['apply', ['reviewing']],
  ['undo', ['applied']],
  ['cancel', ['opened', 'mapped', 'reading', 'reviewing']],
])('%s is possible in the stages %j only', (step, stages) => {
  const every: RosterStage[] = ['opened', 'mapped', 'reading', 'reviewing', 'applying', 'applied', 'undoing', 'undone'];
  for (const stage of [...every, 'cancelled'] as const) {
    const expected = stages.includes(stage) ? false : ['roster_stage_passed', {}];
    expect(codeOf(() => isRepeat(step, batch(stage), 'request-2'))).toEqual(expected);
  }
});

it('the request that made a step is known in any later stage', () => {
  expect(isRepeat('match', batch('applied'), 'request-1')).toBe(true);
});

it('nothing is applied while one row waits', () => {
  expect(codeOf(() => mayApply(1))).toEqual(['roster_decisions_open', { rows: 1 }]);
  expect(() => mayApply(0)).not.toThrow();
});

it('undoing is possible up to the last moment of the 90th day', () => {
  expect(() => mayUndo(batch('applied'), '2027-02-18T23:59:59.999Z')).not.toThrow();
  expect(codeOf(() => mayUndo(batch('applied'), '2027-02-19T00:00:00.000Z'))).toEqual(['roster_undo_expired', {}]);
  expect(codeOf(() => mayUndo({ ...batch('applied'), undoUntil: null }, ''))).toEqual(['roster_undo_expired', {}]);
});
