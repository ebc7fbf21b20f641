import type { WheelColumn } from '../../bridge';

/** China's divisions by their six-digit codes: `440000` a province, `440100` a city of it, `440106` a district. */
export interface Divisions {
  provinces: Record<string, string>;
  cities: Record<string, string>;
  districts: Record<string, string>;
}

interface RegionOptions {
  /** What stands first in every column beside the names, such as 全部; '' for nothing. */
  customItem: string;
  /** Columns shown: 1 to 3. */
  depth: number;
}

/** Digits of a code that name the division above. */
const SHARED_DIGITS = [0, 2, 4];

/** The wheel's columns for names such as `['广东省', '广州市', '天河区']`; what is not known stands first. */
export function regionColumns(divisions: Divisions, value: readonly string[], options: RegionOptions): WheelColumn[] {
  let above: string | undefined = '';
  return levels(divisions, options).map((names, level) => {
    const choices = choicesUnder(names, above, level, options);
    const index = Math.max(
      0,
      choices.findIndex(({ name }) => name === value[level]),
    );
    above = choices[index]?.code;
    return { labels: choices.map(({ name }) => name), index };
  });
}

/** The region that stands at these indexes; the last of its column where that is too short. */
export function regionFromIndexes(
  divisions: Divisions,
  indexes: readonly number[],
  options: RegionOptions,
): { value: string[]; code: string[] } {
  const value: string[] = [];
  const code: string[] = [];
  let above: string | undefined = '';
  levels(divisions, options).forEach((names, level) => {
    const choices = choicesUnder(names, above, level, options);
    const chosen = choices[Math.min(choices.length - 1, indexes[level] ?? 0)];
    above = chosen?.code;
    if (chosen === undefined) return;
    value.push(chosen.name);
    if (chosen.code !== undefined) code.push(chosen.code);
  });
  return { value, code };
}

function levels(divisions: Divisions, { depth }: RegionOptions): Record<string, string>[] {
  return [divisions.provinces, divisions.cities, divisions.districts].slice(0, depth);
}

/** Below the item that stands for all there is nothing else to choose. */
function choicesUnder(
  names: Record<string, string>,
  above: string | undefined,
  level: number,
  { customItem }: RegionOptions,
): { name: string; code?: string }[] {
  const start = above?.slice(0, SHARED_DIGITS[level]);
  const inside = start === undefined ? [] : Object.entries(names).filter(([code]) => code.startsWith(start));
  const own = inside.map(([code, name]) => ({ code, name }));
  return customItem === '' ? own : [{ name: customItem }, ...own];
}
