import { killRounds } from './kill-rounds';

test('what was acknowledged is there after the server is killed at a random moment', async () => {
  const { acknowledged, ...report } = await killRounds(4);
  expect(report).toEqual({ rounds: 4, lost: 0, disagreements: 0 });
  expect(acknowledged).toBeGreaterThan(20);
}, 60_000);
