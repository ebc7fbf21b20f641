import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As far as it is used here; the package brings no types. */
const less: { render(source: string, options: { filename: string }): Promise<{ css: string }> } = require('less');

const EXAMPLE = 'packages/tdesign-miniprogram/example';
/** Demos lie beside the components they show. */
const COMPONENTS = ['packages/components', 'packages/pro-components/chat'];

/** Whether the folder is a checkout of TDesign's mini program repository. */
export function isDemos(folder: string): boolean {
  return existsSync(join(folder, EXAMPLE, 'app.json'));
}

/**
 * Does what the repository's own gulpfile does for its example, without its tools: the demos become pages, Less becomes
 * WXSS, the prefix is filled in. The library is the one installed here.
 *
 * @returns the folder of its project.config.json, which is `target`
 */
export async function layOutDemos(checkout: string, target: string): Promise<string> {
  cpSync(join(checkout, EXAMPLE), target, { recursive: true });
  for (const components of COMPONENTS) {
    for (const name of readdirSync(join(checkout, components))) {
      const demo = join(checkout, components, name, '_example');
      if (existsSync(demo)) cpSync(demo, join(target, 'pages', name), { recursive: true });
    }
  }
  for (const file of filesIn(target)) {
    if (file.endsWith('.less')) await compileLess(checkout, target, file);
    else if (/\.(?:ts|js|wxs|json)$/.test(file)) fillInPrefix(join(target, file));
  }
  const library = dirname(require.resolve('tdesign-miniprogram/package.json'));
  cpSync(join(library, 'miniprogram_dist'), join(target, 'miniprogram_npm/tdesign-miniprogram'), { recursive: true });
  return target;
}

/** Imports are relative to where the file lies in the checkout. */
async function compileLess(checkout: string, target: string, file: string): Promise<void> {
  const inTarget = join(target, file);
  const inCheckout = join(checkout, EXAMPLE, file);
  const filename = existsSync(inCheckout) ? inCheckout : inTarget;
  const { css } = await less.render(readFileSync(inTarget, 'utf8'), { filename });
  writeFileSync(inTarget.replace(/\.less$/, '.wxss'), css);
  rmSync(inTarget);
}

function fillInPrefix(file: string): void {
  const source = readFileSync(file, 'utf8');
  if (!source.includes('CONFIG_PREFIX')) return;
  const quoted = /\.(?:json|wxs)$/.test(file) ? 't' : "'t'";
  writeFileSync(file, source.replaceAll('CONFIG_PREFIX', quoted));
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
