import { writtenState } from './written-state';

const seen = { version: 3, batchId: 'b-0' };

it('a document may be written while version and writer are those of the preview', () => {
  expect(writtenState(seen, seen, 'b-1')).toBe('untouched');
  expect(writtenState({ version: 4, batchId: 'b-0' }, seen, 'b-1')).toBe('changedMeanwhile');
  expect(writtenState({ version: 3, batchId: 'b-2' }, seen, 'b-1')).toBe('changedMeanwhile');
});

it('a document that this batch has written stands one version later', () => {
  expect(writtenState({ version: 4, batchId: 'b-1' }, seen, 'b-1')).toBe('written');
  expect(writtenState({ version: 5, batchId: 'b-1' }, seen, 'b-1')).toBe('changedMeanwhile');
  expect(writtenState({ version: 4, batchId: 'b-2' }, seen, 'b-1')).toBe('changedMeanwhile');
});

it('a document that is gone was changed', () => {
  expect(writtenState(undefined, seen, 'b-1')).toBe('changedMeanwhile');
});
