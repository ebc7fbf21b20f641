import { contracts } from '../shared/contracts';
import { refusalCodes } from '../shared/refusal';
import { projectFiles, type Source, type SyntaxNode, sources, textOf, visit } from './source-tree';

const lineLimit = 120;
const fileLimit = 300;
const functionLimit = 70;

/** Tripwires that a file may cross, each with its reason. An entry that is no longer needed fails. */
const excused: Readonly<Record<string, string>> = {
  'cloudfunctions/platform/db.test.ts': 'a sentence that names a fact is one line',
  'miniprogram/cloud/refusal-text.ts': 'one list of what every refusal says, in the order of shared/refusal.ts',
  'shared/personal-data.ts': 'one table of every collection, to be read as a whole',
  'shared/refusal.ts': 'one list of every way to say no, to be read as a whole',
  'simulator/phone/components.browser.test.ts': 'a sentence that names a fact is one line',
  'test/mall.ts': 'one closure over one stage: splitting it would only hand its parts around',
};

const isTest = (path: string) => /\.(test|e2e)\.ts$/.test(path);
const isOurs = (path: string) => !path.startsWith('simulator/');
const lines = (text: string) => text.split('\n');
const crossed = new Set<string>();

function without(found: readonly string[]): string[] {
  return found.filter((entry) => {
    const path = entry.split(/[: ]/)[0] ?? '';
    const isExcused = path in excused;
    if (isExcused) crossed.add(path);
    return !isExcused;
  });
}

const functionTypes = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
];

function longFunctions(source: Source): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    if (!functionTypes.includes(node.type) || !node.span) return;
    const [first, last] = [source.lineOf(node.span.start), source.lineOf(node.span.end)];
    if (last - first + 1 > functionLimit) found.push(`${source.path}:${first} ${last - first + 1} lines`);
  });
  return found;
}

describe('tripwires', () => {
  it(`no line is longer than ${lineLimit} characters`, () => {
    const code = projectFiles.filter((path) => /\.(ts|js|mjs|cjs)$/.test(path));
    const long = code.flatMap((path) =>
      lines(textOf(path)).flatMap((line, index) => ([...line].length > lineLimit ? [`${path}:${index + 1}`] : [])),
    );
    expect(without(long)).toEqual([]);
  });

  it(`no file is longer than ${fileLimit} lines`, () => {
    const long = sources().filter(({ text }) => lines(text.trimEnd()).length > fileLimit);
    expect(without(long.map(({ path, text }) => `${path} ${lines(text.trimEnd()).length} lines`))).toEqual([]);
  });

  it(`no function is longer than ${functionLimit} lines`, () => {
    // A test's groups are functions only by their form.
    const long = sources().filter(({ path }) => !isTest(path));
    expect(without(long.flatMap(longFunctions))).toEqual([]);
  });

  it('every excuse is still needed', () => {
    expect(Object.keys(excused).filter((path) => !crossed.has(path))).toEqual([]);
  });
});

interface Comment {
  path: string;
  line: number;
  text: string;
}

/** Comments that stand on lines of their own, without their marks. */
const comments = (): Comment[] =>
  sources().flatMap(({ path, text }) =>
    lines(text).flatMap((line, index) => {
      const found = /^\s*(?:\/\/|\/\*\*?|\*(?!\/))\s?(.*?)(?:\*\/)?$/.exec(line)?.[1];
      return found === undefined ? [] : [{ path, line: index + 1, text: found.trim() }];
    }),
  );
const places = (found: readonly Comment[]) => found.map(({ path, line, text }) => `${path}:${line} ${text}`);

describe('comments', () => {
  it('none is a note to do something later', () => {
    expect(places(comments().filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)))).toEqual([]);
  });

  it('none is code', () => {
    const looksLikeCode = /^((import|export|const|let|return|if|for|await|throw)\b.*[;{(]|\}.*|.*\);)$/;
    expect(places(comments().filter(({ text }) => looksLikeCode.test(text)))).toEqual([]);
  });

  it('none is a banner', () => {
    expect(places(comments().filter(({ text }) => /[=#*─━-]{5,}/.test(text)))).toEqual([]);
  });
});

const text = (node: unknown): string | null => {
  const { type, value } = (node ?? {}) as Partial<SyntaxNode>;
  return type === 'Identifier' && typeof value === 'string' ? value : null;
};

/** Names that a file gives to functions, types and methods. */
function namesGiven({ path, tree }: Source): { path: string; name: string }[] {
  const names: string[] = [];
  visit(tree, (node) => {
    const declares = /^(Function|Class|TsInterface|TsTypeAlias)(Declaration|Expression)$/.test(node.type);
    const name = declares ? text(node.identifier ?? node.id) : /Method/.test(node.type) ? text(node.key) : null;
    const init = (node.init ?? {}) as Partial<SyntaxNode>;
    const holdsFunction = node.type === 'VariableDeclarator' && functionTypes.includes(init.type ?? '');
    const bound = holdsFunction ? text(node.id) : null;
    for (const given of [name, bound]) if (given !== null) names.push(given);
  });
  return names.map((name) => ({ path, name }));
}

describe('names', () => {
  const given = () =>
    sources()
      .filter(({ path }) => isOurs(path))
      .flatMap(namesGiven);

  it('are verbs of the business, not manage, handle, process or perform', () => {
    const vague = /^(manage|handle|process|perform|do)([A-Z]|$)/;
    expect(given().filter(({ name }) => vague.test(name))).toEqual([]);
  });

  it('are nouns of the glossary, not util, helper, service, data or info', () => {
    const vague = /^(data|info|common|base|service)$|(Util|Helper|Misc|Info|Service|Manager|Processor)s?$/i;
    expect(given().filter(({ name }) => vague.test(name) && name !== 'Data')).toEqual([]);
  });
});

describe('types', () => {
  it('know no any, no assertion that something is there, and no order to the compiler to look away', () => {
    const found = sources().flatMap((source) => {
      const bad: string[] = [];
      visit(source.tree, (node) => {
        const isAny = node.type === 'TsKeywordType' && node.kind === 'any';
        if (isAny || node.type === 'TsNonNullExpression') {
          bad.push(`${source.path}:${source.lineOf(node.span?.start ?? 0)} ${node.type}`);
        }
      });
      return bad;
    });
    expect(found).toEqual([]);
    expect(places(comments().filter(({ text: said }) => /^@ts-|^eslint-disable/.test(said)))).toEqual([]);
  });
});

describe('tests', () => {
  it('none is left out or run alone; a whole file may skip loudly where an outside file is missing', () => {
    const left = /\b(?:it|test|describe)\.(?:(?:only|todo)\b|skip\()|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/;
    const tests = sources().filter(({ path }) => isTest(path) && path !== 'test/tidy.test.ts');
    expect(tests.filter((test) => left.test(test.text)).map(({ path }) => path)).toEqual([]);
    const skipping = tests.filter((test) => /\b(?:it|test|describe)\.skip\b/.test(test.text));
    expect(skipping.filter((test) => !test.text.includes('shared/data')).map(({ path }) => path)).toEqual([]);
  });
});

describe('what a file may tell', () => {
  const readable = projectFiles.filter((path) => !/\.(png|jpe?g|xlsx|br|ico|woff2?)$/.test(path));

  it('no path of a machine it was written on', () => {
    // Written in pieces, so that this file does not find itself.
    const folders = ['wo' + 'rk/', 'ro' + 'ot/', 'home/[a-z]+/\\.?[a-z]+/', 'Users/[a-z]', 'tmp/te' + 'am'];
    const telling = new RegExp(`(?<![\\w.-])/(${folders.join('|')})`);
    expect(readable.filter((path) => telling.test(textOf(path)))).toEqual([]);
  });

  it('no address of a package registry', () => {
    const telling = new RegExp(['registry\\.(np', 'mjs|yarn)|np', 'mmirror|arti', 'factory'].join(''));
    expect(readable.filter((path) => telling.test(textOf(path)))).toEqual([]);
  });
});

describe('refusal codes', () => {
  const declared = new Set(
    Object.values(contracts).flatMap((calls) => Object.values(calls).flatMap(({ refusals }) => [...refusals])),
  );

  it('are sorted within each context', () => {
    const body = /refusalCodes = \[([\s\S]*?)\]/.exec(textOf('shared/refusal.ts'))?.[1] ?? '';
    const groups = body
      .split(/^\s*\/\/.*$/m)
      .map((group) => [...group.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code));
    expect(groups.flat()).toEqual([...refusalCodes]);
    for (const group of groups) expect(group).toEqual([...group].sort());
  });

  it('are each declared by a call', () => {
    expect(refusalCodes.filter((code) => !declared.has(code))).toEqual([]);
  });

  it('are each said by a function', () => {
    const functions = sources().filter(({ path }) => path.startsWith('cloudfunctions/') && !isTest(path));
    const said = functions.map((source) => source.text).join('\n');
    expect(refusalCodes.filter((code) => !said.includes(`'${code}'`))).toEqual([]);
  });
});
