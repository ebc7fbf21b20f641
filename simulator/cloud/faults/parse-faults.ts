import type { FaultSettings } from './faults';

const RATES = ['conflicts', 'timeouts', 'errors', 'lostAnswers'] as const;
const SWITCHES = ['doubleTimers', 'doubleEvents'] as const;

/**
 * Reads `conflicts=0.1,latency=50..200,doubleTimers`.
 *
 * @throws RangeError with a sentence that names the part that is not understood
 */
export function parseFaults(text: string): Partial<FaultSettings> {
  const settings: Partial<FaultSettings> = {};
  for (const part of text.split(',')) Object.assign(settings, parsePart(part.trim()));
  return settings;
}

function parsePart(part: string): Partial<FaultSettings> {
  const [name = '', value] = part.split('=');
  const flag = SWITCHES.find((known) => known === name);
  if (flag !== undefined && value === undefined) return { [flag]: true };
  const rate = RATES.find((known) => known === name);
  if (rate !== undefined && /^(0|1|0?\.\d+)$/.test(value ?? '')) return { [rate]: Number(value) };
  const [, from, to] = /^(\d+)(?:\.\.(\d+))?$/.exec(value ?? '') ?? [];
  if (name === 'latency' && from !== undefined) return { latency: { from: Number(from), to: Number(to ?? from) } };
  if (name === 'seed' && from !== undefined && to === undefined) return { seed: Number(from) };
  throw new RangeError(
    `"${part}" is no fault: write for instance conflicts=0.1,latency=50..200,timeouts=0.01,errors=0.01,` +
      'lostAnswers=0.05,doubleTimers,doubleEvents,seed=7.',
  );
}
