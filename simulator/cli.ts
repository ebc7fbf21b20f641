import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseMoment } from './cloud/clock/moments';
import { sayError } from './cloud/cloud-error';
import { parseFaults } from './cloud/faults/parse-faults';
import { defaultDataFolder, type SimulatorOptions, startSimulator } from './server';

const DEFAULT_PORT = 8989;

const USAGE = `simulate --project project.config.json [options]

  --project FILE    project.config.json of a native mini program (default: the one in this folder)
  --seed FILE       people, documents and files for a new database
  --data FOLDER     where the database and the stored files are kept (default: data beside the project)
  --port NUMBER     default ${DEFAULT_PORT}
  --fresh           forget everything and start again from the seed
  --env-file FILE   KEY=VALUE lines given to the cloud functions
  --sync normal     what was answered survives a killed process; full: also a power cut, at a fraction of the speed
  --lenient         allow searches without an index, lists without a limit, writes without a condition
  --now MOMENT      where the clock of the cloud begins, for instance 2026-12-24T09:00:00+08:00
  --faults LIST     what goes wrong on purpose, for instance conflicts=0.1,latency=50..200,lostAnswers=0.05
  --open            open the phone in the default browser
`;

/** Ends the program with one sentence. */
function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

interface Command {
  options: SimulatorOptions;
  open: boolean;
}

function readCommand(): Command {
  const { values } = parseArgs({
    options: {
      project: { type: 'string', default: 'project.config.json' },
      seed: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      fresh: { type: 'boolean', default: false },
      'env-file': { type: 'string' },
      lenient: { type: 'boolean', default: false },
      now: { type: 'string' },
      faults: { type: 'string' },
      sync: { type: 'string', default: 'normal' },
      open: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    refuse(`${values.port} is not a port: give a number up to 65535.`);
  const startAt = values.now === undefined ? undefined : parseMoment(values.now);
  if (values.now !== undefined && startAt === undefined)
    refuse(`${values.now} is no moment: write it with its zone, for instance 2026-12-24T09:00:00+08:00.`);
  if (values.sync !== 'normal' && values.sync !== 'full')
    refuse(`${values.sync} is no way to write: choose normal or full with --sync.`);
  const projectFile = resolve(values.project);
  return {
    open: values.open,
    options: {
      projectFile,
      port,
      fresh: values.fresh,
      strict: !values.lenient,
      sync: values.sync === 'full' ? 'FULL' : 'NORMAL',
      ...(startAt === undefined ? {} : { startAt }),
      ...(values.faults === undefined ? {} : { faults: parseFaults(values.faults) }),
      data: values.data === undefined ? defaultDataFolder(projectFile) : resolve(values.data),
      ...(values.seed === undefined ? {} : { seedFile: resolve(values.seed) }),
      ...(values['env-file'] === undefined ? {} : { environmentFile: resolve(values['env-file']) }),
    },
  };
}

/** Opens the default browser; when there is none the address on the terminal has to do. */
function openBrowser(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
  };
  const [command, ...first] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...first, url], { stdio: 'ignore', detached: true });
  const explain = () => console.error(`No browser could be opened here: open ${url} yourself.`);
  child.once('error', explain);
  child.once('exit', (code) => {
    if (code !== 0) explain();
  });
  child.unref();
}

function explain(error: unknown, port: number | undefined): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop the other server or choose a port with --port.`;
  if (code === 'EACCES') return `This account may not use port ${port}. Choose a port above 1023 with --port.`;
  return sayError(error);
}

async function main(): Promise<void> {
  const { options, open } = readCommand();
  try {
    const simulator = await startSimulator(options);
    console.log(simulator.url);
    for (const problem of simulator.phone.problems) console.error(problem);
    if (open) openBrowser(simulator.url);
    const stop = () => {
      void simulator.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    refuse(explain(error, options.port));
  }
}

main().catch((error: unknown) => refuse(sayError(error)));
