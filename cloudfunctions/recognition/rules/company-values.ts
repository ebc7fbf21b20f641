import type { CompanyValue } from '../../../shared/recognition/thanks';

/** What holds until HR has written the company's own. */
export const firstValues: readonly CompanyValue[] = [
  { _id: 'v-together', name: '互相成就', isInUse: true },
  { _id: 'v-customers', name: '客户为先', isInUse: true },
  { _id: 'v-candour', name: '坦诚直接', isInUse: true },
  { _id: 'v-craft', name: '追求极致', isInUse: true },
  { _id: 'v-lasting', name: '长期主义', isInUse: true },
];

/**
 * The values under their new names: a name that stays keeps its id, one that goes is only taken out of use. A new name
 * gets the id that `idOf` makes.
 */
export function renamedValues(
  values: readonly CompanyValue[],
  names: readonly string[],
  idOf: (name: string) => string,
): CompanyValue[] {
  const wanted = [...new Set(names)];
  const known = new Map(values.map((value) => [value.name, value]));
  const inUse = wanted.map((name) => ({
    _id: known.get(name)?._id ?? idOf(name),
    name,
    isInUse: true,
  }));
  const gone = values.filter(({ name }) => !wanted.includes(name)).map((value) => ({ ...value, isInUse: false }));
  return [...inUse, ...gone].slice(0, 20);
}
