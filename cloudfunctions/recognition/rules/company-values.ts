import { createHash } from 'node:crypto';
import type { CompanyValue } from '../../../shared/recognition/thanks';

/** The id of a value under the name it was first given. */
export const valueIdOf = (name: string) => `v-${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`;

/** What holds until HR has written the company's own. */
export const firstValues: readonly CompanyValue[] = ['互相成就', '客户为先', '坦诚直接', '追求极致', '长期主义'].map(
  (name) => ({ _id: valueIdOf(name), name, isInUse: true }),
);

/** The values under their new names: a name that stays keeps its id, one that goes is only taken out of use. */
export function renamedValues(values: readonly CompanyValue[], names: readonly string[]): CompanyValue[] {
  const wanted = [...new Set(names)];
  const known = new Map(values.map((value) => [value.name, value]));
  const inUse = wanted.map((name) => ({
    _id: known.get(name)?._id ?? valueIdOf(name),
    name,
    isInUse: true,
  }));
  const gone = values.filter(({ name }) => !wanted.includes(name)).map((value) => ({ ...value, isInUse: false }));
  return [...inUse, ...gone].slice(0, 20);
}
