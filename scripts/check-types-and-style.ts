import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** Each has its own globals: Node, WeChat, the simulator's server, the simulator's page. */
const typeScriptProjects = ['.', 'miniprogram', 'simulator', 'simulator/phone/browser'];

/** Runs a tool of this project to its end; what it printed, and whether it was content. */
export function run(tool: string, args: readonly string[], cwd = root): Promise<{ ok: boolean; printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', tool), args, { cwd });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += String(text)));
    child.on('close', (code) => resolve({ ok: code === 0, printed }));
  });
}

/** Types of the four projects and Biome's rules; prints what is wrong. True when nothing is. */
export async function checkTypesAndStyle(): Promise<boolean> {
  const checks = [
    ...typeScriptProjects.map((project) => ({ name: `tsc -p ${project}`, done: run('tsc', ['-p', project]) })),
    { name: 'biome ci', done: run('biome', ['ci', '--colors=off']) },
  ];
  let allOk = true;
  for (const { name, done } of checks) {
    const { ok, printed } = await done;
    console.log(`${ok ? '✓' : '✗'} ${name}${ok ? '' : `\n${printed}`}`);
    allOk &&= ok;
  }
  return allOk;
}
