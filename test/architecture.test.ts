import { contracts } from '../shared/contracts';
import { awaitedRules, FactRuleKey } from '../shared/points/rules';
import { type Import, kebab, projectFiles, type Source, sources, textOf, visit } from './source-tree';

const isTest = ({ path }: Source) => /\.(test|e2e)\.ts$/.test(path);
const within = (folder: string) => sources().filter(({ path }) => path.startsWith(`${folder}/`));
const productive = (folder: string) => within(folder).filter((source) => !isTest(source));

/** `file → import` for every import that the arrow forbids. */
const crossing = (files: readonly Source[], isForbidden: (one: Import, file: Source) => boolean) =>
  files.flatMap((file) =>
    file.imports.filter((one) => isForbidden(one, file)).map(({ from }) => `${file.path} → ${from}`),
  );

const isIn = (path: string | null, ...folders: string[]) =>
  path !== null && folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const contextOf = (path: string | null) => /^cloudfunctions\/([^/]+)\//.exec(path ?? '')?.[1] ?? null;
const packageOf = (path: string | null) => /^miniprogram\/packages\/([^/]+)\//.exec(path ?? '')?.[1] ?? null;
const isSdk = (from: string) => /^(@cloudbase\/|wx-server-sdk$)/.test(from);

/** `file:line what` for every node that a rule forbids. */
function nodesWhere(
  files: readonly Source[],
  what: (node: Parameters<Parameters<typeof visit>[1]>[0]) => string | null,
) {
  return files.flatMap((file) => {
    const found: string[] = [];
    visit(file.tree, (node) => {
      const name = what(node);
      if (name !== null) found.push(`${file.path}:${file.lineOf(node.span?.start ?? 0)} ${name}`);
    });
    return found;
  });
}

describe('arrows', () => {
  it('shared imports zod, dayjs, the calendar of holidays and itself', () => {
    const allowed = /^(zod|dayjs|chinese-days)(\/|$)/;
    expect(
      crossing(productive('shared'), ({ from, path }) => (path ? !isIn(path, 'shared') : !allowed.test(from))),
    ).toEqual([]);
  });

  it('platform imports shared and no context', () => {
    expect(
      crossing(productive('cloudfunctions/platform'), ({ path }) => {
        return path !== null && !isIn(path, 'shared', 'cloudfunctions/platform');
      }),
    ).toEqual([]);
  });

  it('a context imports shared, platform and itself, never another context', () => {
    const contexts = productive('cloudfunctions').filter(({ path }) => contextOf(path) !== 'platform');
    expect(
      crossing(contexts, ({ path }, file) => {
        const own = `cloudfunctions/${contextOf(file.path)}`;
        return path !== null && !isIn(path, 'shared', 'cloudfunctions/platform', own);
      }),
    ).toEqual([]);
  });

  it("a context's tests do not reach into another context", () => {
    const tests = within('cloudfunctions').filter(isTest);
    expect(
      crossing(tests, ({ path }, file) => {
        const reached = contextOf(path);
        return reached !== null && reached !== 'platform' && reached !== contextOf(file.path);
      }),
    ).toEqual([]);
  });

  it('only platform imports an SDK', () => {
    const others = sources().filter(({ path }) => !/^(cloudfunctions\/platform|simulator)\//.test(path));
    expect(crossing(others, ({ from }) => isSdk(from))).toEqual([]);
  });

  it('the phone takes types of shared, and nothing else from outside', () => {
    expect(
      crossing(productive('miniprogram'), ({ path, typeOnly }) => {
        return path !== null && !isIn(path, 'miniprogram') && !(isIn(path, 'shared') && typeOnly);
      }),
    ).toEqual([]);
  });

  it('no subpackage imports another', () => {
    expect(
      crossing(within('miniprogram'), ({ path }, file) => {
        const [from, to] = [packageOf(file.path), packageOf(path)];
        return to !== null && from !== to;
      }),
    ).toEqual([]);
  });

  it('the simulator imports nothing of the product', () => {
    expect(crossing(within('simulator'), ({ path }) => path !== null && !isIn(path, 'simulator'))).toEqual([]);
  });

  it('nothing of the product imports the simulator, scripts or tests', () => {
    const product = ['shared', 'cloudfunctions', 'miniprogram'].flatMap(productive);
    expect(crossing(product, ({ path }) => isIn(path, 'simulator', 'scripts', 'test', 'seeds'))).toEqual([]);
  });
});

describe('layers of a context', () => {
  const inFolder = (folder: string) =>
    productive('cloudfunctions').filter(({ path }) => new RegExp(`^cloudfunctions/[^/]+/${folder}/`).test(path));

  it('only a store opens collections', () => {
    const others = productive('cloudfunctions').filter(
      ({ path }) => !/^cloudfunctions\/(platform\/|[^/]+\/store(\.ts$|\/))/.test(path),
    );
    expect(crossing(others, ({ names }) => names.includes('collection'))).toEqual([]);
  });

  it('handlers hold no try and no catch', () => {
    expect(nodesWhere(inFolder('handlers'), ({ type }) => (type === 'TryStatement' ? 'try' : null))).toEqual([]);
  });

  it('handlers read no clock: the moment of the call is given to them', () => {
    expect(nodesWhere(inFolder('(?:handlers|on|jobs)'), clockOrChance)).toEqual([]);
  });

  it('rules are pure: no await, no clock, no randomness', () => {
    const awaited = nodesWhere(inFolder('rules'), (node) => {
      return node.type === 'AwaitExpression' || node.async === true ? 'await' : clockOrChance(node);
    });
    expect(awaited).toEqual([]);
  });

  it('rules import shared and rules: what they decide on is given to them', () => {
    expect(
      crossing(inFolder('rules'), ({ path, from, typeOnly }, file) => {
        if (path === null) return from.startsWith('node:') && !typeOnly;
        return !typeOnly && !isIn(path, 'shared', `cloudfunctions/${contextOf(file.path)}/rules`);
      }),
    ).toEqual([]);
  });
});

type Node = Parameters<Parameters<typeof visit>[1]>[0];

function nameOf(node: unknown): string | null {
  const { type, value } = (node ?? {}) as Partial<Node>;
  return type === 'Identifier' && typeof value === 'string' ? value : null;
}

/** `new Date()`, `Date.now()`, `Math.random()`, `randomUUID()` and the like. */
function clockOrChance(node: Node): string | null {
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
    return Array.isArray(node.arguments) && node.arguments.length > 0 ? null : 'new Date()';
  }
  if (node.type === 'MemberExpression') {
    const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
    return ['Date.now', 'Math.random', 'performance.now'].includes(member) ? member : null;
  }
  const called = node.type === 'CallExpression' ? nameOf(node.callee) : null;
  return called !== null && /^random(UUID|Bytes|Int)$/.test(called) ? called : null;
}

it('a switch stands in the row whose words turn it too, nowhere alone', () => {
  const templates = projectFiles.filter((path) => path.startsWith('miniprogram/') && path.endsWith('.wxml'));
  const holding = templates.filter((path) => /<(t-)?switch\b(?!-row)/.test(textOf(path)));
  expect(holding).toEqual(['miniprogram/components/switch-row/switch-row.wxml']);
});

describe('names of files', () => {
  it('are in kebab case', () => {
    const code = projectFiles.filter((path) => /\.(ts|js|mjs|cjs|wxml|wxss|wxs)$/.test(path));
    const isKebab = (path: string) =>
      path.split('/').every((part) => /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part));
    expect(code.filter((path) => !isKebab(path))).toEqual([]);
  });

  it('say what is inside: none is called utils, helpers, common or misc', () => {
    expect(projectFiles.filter((path) => /(^|[/-])(utils?|helpers?|common|misc)(\.|\/|-|$)/.test(path))).toEqual([]);
  });

  it('index.ts is only the entry of a function, or where WeChat looks for the tab bar', () => {
    // The simulator's fixtures are programs of their own.
    const entries = projectFiles.filter((path) => /(^|\/)index\.[tj]s$/.test(path) && !path.includes('/fixtures/'));
    expect(
      entries.filter((path) => !/^(cloudfunctions\/[^/]+|miniprogram\/custom-tab-bar)\/index\.ts$/.test(path)),
    ).toEqual([]);
  });

  it('no file only passes on what others export', () => {
    const passesOn = (source: Source) => {
      const body = Array.isArray(source.tree.body) ? source.tree.body.slice(1) : [];
      return body.length > 0 && body.every(({ type, source: from }) => /^Export(Named|All)/.test(type) && from);
    };
    expect(
      sources()
        .filter(passesOn)
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('every rule of points that HR can set is earned somewhere, or said to be awaited', () => {
    const elsewhere = productive('cloudfunctions').filter(({ path }) => contextOf(path) !== 'points');
    const unearned = FactRuleKey.options.filter(
      (key) => !elsewhere.some(({ text }) => text.includes(`rule: '${key}'`)),
    );
    expect(unearned).toEqual(awaitedRules);
  });

  it.each(Object.entries(contracts))(
    'every call of %s has its handler, and every handler its call',
    (context, calls) => {
      const folder = `cloudfunctions/${context}/handlers/`;
      const handlers = sources().filter((source) => source.path.startsWith(folder) && !isTest(source));
      expect(handlers.map(({ path }) => path).sort()).toEqual(
        Object.keys(calls)
          .map((call) => `${folder}${kebab(call)}.ts`)
          .sort(),
      );
      for (const call of Object.keys(calls)) {
        const handler = handlers.find(({ path }) => path === `${folder}${kebab(call)}.ts`);
        expect(handler?.text).toMatch(new RegExp(`export (const|async function|function) ${call}\\b`));
      }
    },
  );
});
