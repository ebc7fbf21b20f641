import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from '@swc/core';

export const root = join(__dirname, '..');

/** A node of swc's syntax tree, as far as the tests of this folder look at it. */
export interface SyntaxNode {
  type: string;
  span?: { start: number; end: number };
  [field: string]: unknown;
}

export interface Import {
  /** As written. */
  from: string;
  /** From the root of the repository, when the import is relative: `shared/points/model`. */
  path: string | null;
  names: string[];
  typeOnly: boolean;
}

export interface Source {
  path: string;
  text: string;
  tree: SyntaxNode;
  imports: Import[];
  lineOf(position: number): number;
}

/** Files of the project by path: what git has or would take. */
export const projectFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)) && statSync(join(root, path)).isFile());

export const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Shows every node of a tree, parents first. */
export function visit(node: unknown, see: (node: SyntaxNode, parent: SyntaxNode | null) => void): void {
  const walk = (value: unknown, parent: SyntaxNode | null) => {
    if (Array.isArray(value)) {
      for (const element of value) walk(element, parent);
    } else if (typeof value === 'object' && value !== null) {
      if (isNode(value)) see(value, parent);
      // Arguments and specifiers are wrapped in objects without a type.
      const nearest = isNode(value) ? value : parent;
      for (const [name, field] of Object.entries(value)) if (name !== 'span') walk(field, nearest);
    }
  };
  walk(node, null);
}

const textIn = (node: unknown) => (isNode(node) && typeof node.value === 'string' ? node.value : null);
const nodesOf = (value: unknown) => (Array.isArray(value) ? value.filter(isNode) : []);

function declaredImport(node: SyntaxNode): Omit<Import, 'path'> | null {
  const from = textIn(node.source);
  if (from === null) return null;
  const specifiers = nodesOf(node.specifiers);
  const nameIn = (specifier: SyntaxNode) => {
    const named = isNode(specifier.imported) ? specifier.imported : specifier.local;
    return isNode(named) && typeof named.value === 'string' ? named.value : '*';
  };
  const allTypes = specifiers.length > 0 && specifiers.every((specifier) => specifier.isTypeOnly === true);
  return { from, names: specifiers.map(nameIn), typeOnly: node.typeOnly === true || allTypes };
}

function importsIn(tree: SyntaxNode, path: string): Import[] {
  const found: Omit<Import, 'path'>[] = [];
  visit(tree, (node) => {
    if (['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type)) {
      const declared = declaredImport(node);
      if (declared) found.push(declared);
    }
    if (node.type === 'TsImportType') found.push({ from: textIn(node.argument) ?? '', names: [], typeOnly: true });
    if (node.type === 'CallExpression' && isNode(node.callee)) {
      const isImport = node.callee.type === 'Import' || node.callee.value === 'require';
      const [first] = Array.isArray(node.arguments) ? node.arguments : [];
      const from = textIn(first?.expression);
      if (isImport && from !== null) found.push({ from, names: ['*'], typeOnly: false });
    }
  });
  return found.map((one) => ({
    ...one,
    path: one.from.startsWith('.') ? relative(root, join(root, dirname(path), one.from)) : null,
  }));
}

/** swc counts bytes and goes on counting from file to file; a first token of ours tells where this file begins. */
const anchor = '0;\n';

function read(path: string): Source {
  const text = textOf(path);
  const tree: SyntaxNode = { ...parseSync(anchor + text, { syntax: 'typescript', target: 'es2022' }) };
  const begin = tree.span?.start ?? 0;
  const bytes = Buffer.from(anchor + text);
  return {
    path,
    text,
    tree,
    imports: importsIn(tree, path),
    lineOf: (position) => bytes.subarray(0, position - begin).filter((byte) => byte === 10).length,
  };
}

let all: Source[] | undefined;

/** All TypeScript of the project, parsed once. */
export function sources(): Source[] {
  all ??= projectFiles.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts')).map(read);
  return all;
}

/** `redeemGift` → `redeem-gift`. */
export const kebab = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
