import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seedsIn } from '../seeds/seeds-in';
import { buildIfChanged } from './build/build-product';
import { keysIn } from './keys';

const root = join(__dirname, '..');

function options() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string', default: 'data' },
        fresh: { type: 'boolean', default: false },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}
用法：npm start -- [--fresh 重置数据] [--port 端口] [--no-open 不打开浏览器] [--data 数据目录]`);
    return process.exit(1);
  }
}

async function start(): Promise<void> {
  const { data, fresh, port, 'no-open': stayClosed } = options();
  await buildIfChanged(root);
  const keysFile = join(data, 'keys.env');
  // Sealed fields open only with the keys of the database they go into, so each start writes the seeds anew.
  const seedFile = await seedsIn(join(root, 'dist/seeds'), await keysIn(keysFile), new Date());
  const flags = [
    ['--project', join(root, 'project.config.json')],
    ['--seed', seedFile],
    ['--data', data],
    ['--env-file', keysFile],
    port === undefined ? [] : ['--port', port],
    fresh ? ['--fresh'] : [],
    stayClosed || process.env.CI ? [] : ['--open'],
  ].flat();
  const simulator = spawn(process.execPath, ['--import', 'tsx', join(root, 'simulator/cli.ts'), ...flags], {
    stdio: 'inherit',
  });
  // Ctrl-C reaches the whole group; this process only waits until the simulator has closed its database.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => simulator.kill(signal));
  simulator.on('exit', (code) => process.exit(code ?? 0));
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
