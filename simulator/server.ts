import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { sayError } from './cloud/cloud-error';
import type { FaultSettings } from './cloud/faults/faults';
import { readSeed, type Seed } from './cloud/seed';
import { type Cloud, startCloud } from './cloud/start-cloud';
import { readTemplates } from './cloud/wechat/message-templates';
import { createPhone, type Phone } from './phone/create-phone';

/** How the simulator is started. */
export interface SimulatorOptions {
  /** `project.config.json` of a native mini program. */
  projectFile: string;
  /** Loaded into a new database only. */
  seedFile?: string;
  /** Folder of the database; absent: a temporary one, gone on close. */
  data?: string;
  /** Default 0: any free one. */
  port?: number;
  /** Starts again from the seed. */
  fresh?: boolean;
  /** `KEY=VALUE` lines given to the functions. */
  environmentFile?: string;
  /** Default true, see `CloudOptions`. */
  strict?: boolean;
  /** See `CloudOptions`. */
  sync?: 'NORMAL' | 'FULL';
  now?: () => Date;
  /** Where the cloud's clock begins, see `CloudOptions`. */
  startAt?: Date;
  /** What goes wrong on purpose, see `CloudOptions`. */
  faults?: Partial<FaultSettings>;
  /** The phone is built once, without watching: for journeys. */
  production?: boolean;
}

/** A running simulator: the phone and the cloud behind it on one address. */
export interface Simulator {
  url: string;
  cloud: Cloud;
  phone: Phone;
  close(): Promise<void>;
}

/** The project cannot be run, said in one sentence for the person at the terminal. */
export class BrokenProject extends Error {}

/** Beside project.config.json: the account's message templates, as WeChat lists them. */
const TEMPLATES_FILE = 'subscribe-templates.json';

/** Starts the cloud of a project, plants the seed into a new database and serves the phone beside it. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const functionsRoot = readFunctionsRoot(options.projectFile);
  const seed: Seed | undefined = options.seedFile === undefined ? undefined : readSeed(options.seedFile);
  const templates = readTemplates(join(dirname(resolve(options.projectFile)), TEMPLATES_FILE));
  const environment = options.environmentFile === undefined ? {} : readEnvironment(options.environmentFile);
  let phone: Phone | undefined;
  const { data, port, fresh, strict, sync, now, startAt, faults } = options;
  const cloud = await startCloud({
    environment,
    elsewhere: async (request, response) => (await phone?.respond(request, response)) ?? false,
    ...(templates === undefined ? {} : { templates }),
    ...(functionsRoot === undefined ? {} : { functionsRoot }),
    ...(data === undefined ? {} : { data }),
    ...(port === undefined ? {} : { port }),
    ...(fresh === undefined ? {} : { fresh }),
    ...(strict === undefined ? {} : { strict }),
    ...(sync === undefined ? {} : { sync }),
    ...(now === undefined ? {} : { now }),
    ...(startAt === undefined ? {} : { startAt }),
    ...(faults === undefined ? {} : { faults }),
  });
  try {
    if (seed !== undefined && cloud.isUnplanted()) await cloud.seed(seed);
    phone = await createPhone({ projectFile: options.projectFile, production: options.production ?? false });
  } catch (error) {
    await cloud.close();
    throw error;
  }
  const started = phone;
  return {
    url: cloud.url,
    cloud,
    phone: started,
    async close() {
      await started.close();
      await cloud.close();
    },
  };
}

/** The folder of the built functions as WeChat's tools find it; a project without one has no functions. */
function readFunctionsRoot(projectFile: string): string | undefined {
  let project: { cloudfunctionRoot?: string };
  try {
    project = JSON.parse(readFileSync(projectFile, 'utf8')) as { cloudfunctionRoot?: string };
  } catch (error) {
    throw new BrokenProject(`The project ${projectFile} cannot be read: ${sayError(error)}`);
  }
  return project.cloudfunctionRoot === undefined ? undefined : resolve(dirname(projectFile), project.cloudfunctionRoot);
}

function readEnvironment(file: string): Record<string, string> {
  if (!existsSync(file)) throw new BrokenProject(`The environment file ${file} does not exist.`);
  const environment: Record<string, string> = {};
  for (const [key, value] of Object.entries(parseEnv(readFileSync(file, 'utf8')))) {
    if (value !== undefined) environment[key] = value;
  }
  return environment;
}

/** Where a project's database is kept when nothing else is said. */
export function defaultDataFolder(projectFile: string): string {
  return join(dirname(resolve(projectFile)), 'data');
}
