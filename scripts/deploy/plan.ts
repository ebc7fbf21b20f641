import type { FunctionDeclaration } from '../../simulator/cloud/function-declaration';

/** An index as declared and as the platform describes it. */
export interface Index {
  name: string;
  keys: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  unique: boolean;
}

/** What an environment holds already, as far as a deployment would change it. */
export interface Present {
  functions: readonly string[];
  collections: Readonly<Record<string, readonly Index[]>>;
}

export type Step =
  | { kind: 'createCollection'; collection: string }
  | { kind: 'closeCollection'; collection: string }
  | { kind: 'changeIndexes'; collection: string; drop: readonly string[]; create: readonly Index[] }
  | { kind: 'createFunction' | 'updateFunction'; declaration: FunctionDeclaration }
  | { kind: 'setTimers'; declaration: FunctionDeclaration };

const sameIndex = (one: Index, other: Index) =>
  one.unique === other.unique && JSON.stringify(one.keys) === JSON.stringify(other.keys);

/** The platform makes this one by itself. */
const ownIndex = '_id_';

function indexChanges(collection: string, declared: readonly Index[], present: readonly Index[]): Step[] {
  const kept = present.filter((there) =>
    declared.some((index) => index.name === there.name && sameIndex(index, there)),
  );
  const drop = present.filter(({ name }) => name !== ownIndex && !kept.some((index) => index.name === name));
  const create = declared.filter(({ name }) => !kept.some((index) => index.name === name));
  if (drop.length === 0 && create.length === 0) return [];
  return [{ kind: 'changeIndexes', collection, drop: drop.map(({ name }) => name), create }];
}

/**
 * What has to be done, in order: collections and indexes first, so that no function runs without them. An index that
 * is there and equal is left alone: creating it again would drop it and build it anew. Collections and functions that
 * nobody declares are left alone too.
 */
export function planOf(declarations: readonly FunctionDeclaration[], present: Present): Step[] {
  const collections = declarations.flatMap((declaration) => Object.entries(declaration.collections ?? {}));
  const data = collections.flatMap(([collection, { indexes }]): Step[] => {
    const there = present.collections[collection];
    const declaredIndexes = (indexes ?? []).map((index) => ({ ...index, unique: index.unique ?? false }));
    const made: Step[] = there === undefined ? [{ kind: 'createCollection', collection }] : [];
    return [
      ...made,
      { kind: 'closeCollection', collection },
      ...indexChanges(collection, declaredIndexes, there ?? []),
    ];
  });
  const functions = declarations.flatMap((declaration): Step[] => {
    const isThere = present.functions.includes(declaration.name);
    return [
      { kind: isThere ? 'updateFunction' : 'createFunction', declaration },
      { kind: 'setTimers', declaration },
    ];
  });
  return [...data, ...functions];
}

const keysOf = ({ keys }: Index) => keys.map(([field, direction]) => `${field} ${direction}`).join(', ');

/** A step as a person reads it before saying yes. */
export function inWords(step: Step): string {
  switch (step.kind) {
    case 'createCollection':
      return `collection ${step.collection}: create`;
    case 'closeCollection':
      return `collection ${step.collection}: permission ADMINONLY`;
    case 'changeIndexes': {
      const dropped = step.drop.map((name) => `\n    drop ${name}`);
      const created = step.create.map(
        (index) => `\n    create ${index.name} (${keysOf(index)})${index.unique ? ' unique' : ''}`,
      );
      return `collection ${step.collection}: indexes${[...dropped, ...created].join('')}`;
    }
    case 'setTimers': {
      const timers = (step.declaration.timers ?? []).map(({ name, cron }) => `${name} "${cron}"`);
      return `function ${step.declaration.name}: timers ${timers.join(', ') || 'none'}`;
    }
    default: {
      const { name, memoryMb, timeoutSeconds, environment = [] } = step.declaration;
      const verb = step.kind === 'createFunction' ? 'create' : 'update code and configuration';
      const settings = `${memoryMb} MB, ${timeoutSeconds} s, environment ${environment.join(', ') || 'none'}`;
      return `function ${name}: ${verb} (Nodejs18.15, ${settings})`;
    }
  }
}
