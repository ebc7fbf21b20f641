import { access, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Parts of the SDK that no function of ours calls: AI models, clients, login tickets, uploads (the phone uploads) and
 * the writing of XML. Without them a function loads in about half the time. Touching one is an error that says so,
 * never a wrong answer.
 */
const leftOut = [
  '@cloudbase/ai',
  '@cloudbase/adapter-wx_mp',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  'web-streams-polyfill',
  'jsonwebtoken',
  'xmlbuilder',
  'mime-db',
];

const stubOf = (name: string) => `
module.exports = new Proxy({}, {
  get(_, key) {
    if (typeof key === 'symbol' || key === '__esModule') return undefined;
    throw new Error(${JSON.stringify(`${name} is left out of the bundle: `)} + key);
  },
});`;

const leaveOut = (parts: readonly string[]): Plugin => ({
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    const names = new RegExp(`^(${parts.join('|')})$`);
    onResolve({ filter: names }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: names, namespace: 'left-out' }, ({ path }) => ({ contents: stubOf(path), loader: 'js' }));
  },
});

/**
 * wx-server-sdk brings a node-sdk of its own. One process holds one: two would replace each other's way of sending
 * database requests, and a function would load twice as much.
 */
const oneSdk = (root: string) => ({ '@cloudbase/node-sdk': join(root, 'node_modules/@cloudbase/node-sdk') });

/** WeChat's open API is granted to a function by the file that DevTools reads at the upload. */
async function writePermissions(declaration: string, folder: string): Promise<string[]> {
  const { openapi = [] } = JSON.parse(await readFile(declaration, 'utf8')) as { openapi?: string[] };
  if (openapi.length > 0)
    await writeFile(join(folder, 'config.json'), `${JSON.stringify({ permissions: { openapi } })}\n`);
  return openapi;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** The contexts that can be deployed: folders of cloudfunctions/ with an entry and a declaration. */
async function deployableContexts(root: string): Promise<string[]> {
  const folders = await readdir(join(root, 'cloudfunctions'), { withFileTypes: true });
  const named = await Promise.all(
    folders
      .filter((folder) => folder.isDirectory())
      .map(async ({ name }) => {
        const files = ['index.ts', 'function.json'].map((file) => join(root, 'cloudfunctions', name, file));
        return (await Promise.all(files.map(exists))).every(Boolean) ? [name] : [];
      }),
  );
  return named.flat().sort();
}

/** Bundles each context into `<to>/<name>/index.js` with its declaration: what DevTools and `deploy` upload. */
export async function bundleFunctions(root: string, to: string): Promise<string[]> {
  const names = await deployableContexts(root);
  for (const name of names) {
    const folder = join(to, name);
    const declaration = join(root, 'cloudfunctions', name, 'function.json');
    await mkdir(folder, { recursive: true });
    const openapi = await writePermissions(declaration, folder);
    // A call of WeChat's goes as a form, and a form names the kinds of its parts.
    const parts = leftOut.filter((part) => openapi.length === 0 || part !== 'mime-db');
    await build({
      entryPoints: [join(root, 'cloudfunctions', name, 'index.ts')],
      alias: oneSdk(root),
      outfile: join(folder, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      minify: true,
      legalComments: 'none',
      logLevel: 'error',
      plugins: [leaveOut(parts)],
    });
    await copyFile(declaration, join(folder, 'function.json'));
    await writeFile(join(folder, 'package.json'), `${JSON.stringify({ name, main: 'index.js', private: true })}\n`);
  }
  return names;
}
