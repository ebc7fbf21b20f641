import { join } from 'node:path';
import type { Index, Present, Step } from './plan';

interface MongoKey {
  Name?: string;
  Direction?: string;
}

/** The part of `@cloudbase/manager-node` (5.6) that a deployment uses. */
interface ManagementApi {
  database: {
    listCollections(page: { MgoOffset: number; MgoLimit: number }): Promise<{
      Collections: { CollectionName: string }[];
    }>;
    describeCollection(name: string): Promise<{ Indexes?: { Name: string; Keys: MongoKey[]; Unique: boolean }[] }>;
    createCollection(name: string): Promise<unknown>;
    updateCollection(name: string, changes: object): Promise<unknown>;
  };
  permission: { modifyResourcePermission(options: object): Promise<unknown> };
  functions: {
    listAllFunctions(options: object): Promise<{ Functions: { FunctionName: string }[] }>;
    createFunction(options: object): Promise<unknown>;
    updateFunctionCode(options: object): Promise<unknown>;
    updateFunctionConfig(options: object): Promise<unknown>;
    createFunctionTriggers(name: string, triggers: object[]): Promise<unknown>;
  };
}

/** One CloudBase environment: what it holds, and how a step changes it. */
export interface Environment {
  present(): Promise<Present>;
  carryOut(step: Step): Promise<void>;
}

const packageName = '@cloudbase/manager-node';
const pageSize = 100;

/** Reaches an environment with the credentials in the shell's environment. Throws a sentence about what is missing. */
export async function openEnvironment(envId: string, root: string): Promise<Environment> {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY are not set');
  const loaded: { default: new (options: object) => ManagementApi } | null = await import(packageName).catch(
    () => null,
  );
  if (!loaded) throw new Error(`${packageName} is not installed: npm install --no-save ${packageName}@5.6.5`);
  const manager = new loaded.default({ secretId, secretKey, envId });
  return {
    present: () => readPresent(manager),
    carryOut: (step) => carryOut(manager, join(root, 'dist/cloudfunctions'), step),
  };
}

async function readPresent({ database, functions }: ManagementApi): Promise<Present> {
  const names: string[] = [];
  for (let offset = 0; offset === names.length; offset += pageSize) {
    const { Collections } = await database.listCollections({ MgoOffset: offset, MgoLimit: pageSize });
    names.push(...Collections.map(({ CollectionName }) => CollectionName));
    if (Collections.length < pageSize) break;
  }
  const described = await Promise.all(names.map(async (name) => [name, await indexesOf(database, name)] as const));
  const { Functions } = await functions.listAllFunctions({});
  return { collections: Object.fromEntries(described), functions: Functions.map(({ FunctionName }) => FunctionName) };
}

async function indexesOf(database: ManagementApi['database'], collection: string): Promise<Index[]> {
  const { Indexes = [] } = await database.describeCollection(collection);
  return Indexes.map(({ Name, Keys, Unique }) => ({
    name: Name,
    unique: Unique,
    keys: Keys.map(({ Name: field = '', Direction }) => [field, Direction === '-1' ? 'desc' : 'asc'] as const),
  }));
}

const createIndex = ({ name, keys, unique }: Index) => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIsUnique: unique,
    MgoIndexKeys: keys.map(([field, direction]) => ({ Name: field, Direction: direction === 'asc' ? '1' : '-1' })),
  },
});

/** The values of the variables that a function names; all of them, since the platform replaces the whole list. */
function variablesOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = process.env[name];
      if (!value) throw new Error(`${name} is not set: the functions cannot run without it`);
      return [name, value];
    }),
  );
}

async function carryOut({ database, permission, functions }: ManagementApi, built: string, step: Step): Promise<void> {
  if (step.kind === 'createCollection') await database.createCollection(step.collection);
  else if (step.kind === 'closeCollection') {
    const resource = { resourceType: 'collection', resource: step.collection, permission: 'ADMINONLY' };
    await permission.modifyResourcePermission(resource);
  } else if (step.kind === 'changeIndexes') {
    await database.updateCollection(step.collection, {
      DropIndexes: step.drop.map((IndexName) => ({ IndexName })),
      CreateIndexes: step.create.map(createIndex),
    });
  } else if (step.kind === 'setTimers') {
    const triggers = (step.declaration.timers ?? []).map(({ name, cron }) => ({ name, type: 'timer', config: cron }));
    if (triggers.length > 0) await functions.createFunctionTriggers(step.declaration.name, triggers);
  } else {
    const { name, memoryMb, timeoutSeconds, environment = [] } = step.declaration;
    const func = {
      name,
      memorySize: memoryMb,
      timeout: timeoutSeconds,
      envVariables: variablesOf(environment),
      runtime: 'Nodejs18.15',
      handler: 'index.main',
      installDependency: false,
    };
    if (step.kind === 'createFunction') await functions.createFunction({ func, functionRootPath: built });
    else {
      await functions.updateFunctionCode({ func, functionRootPath: built });
      await functions.updateFunctionConfig(func);
    }
  }
}
