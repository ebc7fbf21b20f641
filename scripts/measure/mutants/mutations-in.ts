import { parseSync } from '@swc/core';

/** One change of a source by which a good test must fail. */
export interface Mutation {
  /** Repository path of the source. */
  path: string;
  /** The function, method or constant of the file that it is in. */
  within: string;
  line: number;
  kind: string;
  /** What stood there and what stands there instead. */
  before: string;
  after: string;
  /** The whole source, and the same with the change. */
  source: string;
  mutated: string;
}

interface Node {
  type: string;
  /** In bytes, from 1. A property of an object has none of its own. */
  span?: { start: number; end: number };
  [field: string]: unknown;
}

/** A change of the text between two places, in characters. */
interface Edit {
  kind: string;
  node: Node;
  after: string;
}

const otherOperator: Readonly<Record<string, string>> = {
  ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' },
  ...{ '&&': '||', '||': '&&', '+': '-', '-': '+', '*': '/', '??': '&&' },
};
/** Conditions of the database and methods of lists that differ at one point. */
const otherName: Readonly<Record<string, string>> = {
  ...{ atLeast: 'above', above: 'atLeast', atMost: 'below', below: 'atMost', notAtLeast: 'notAbove' },
  ...{ notAbove: 'notAtLeast', min: 'max', max: 'min', every: 'some', some: 'every', raising: 'lowering' },
};
const untouched = ['ImportDeclaration', 'ExportAllDeclaration'];

/** Every place of a source at which one seeded error can be made. What only types say is left alone. */
export function mutationsIn(path: string, source: string): Mutation[] {
  const bytes = Buffer.from(source);
  const textAt = (start: number, end: number) => bytes.subarray(start - 1, end - 1).toString();
  const textOf = (node: Node) => textAt(startOf(node), endOf(node));
  const edits: (Edit & { within: string })[] = [];
  walk(parseSync(source, { syntax: 'typescript', target: 'es2022' }) as unknown as Node, '', (node, within) => {
    edits.push(...editsAt(node, textOf).map((edit) => ({ ...edit, within })));
  });
  return edits.map(({ within, kind, node, after }) => {
    const [start, end] = [startOf(node), endOf(node)];
    const [head, tail] = [textAt(1, start), textAt(end, bytes.length + 1)];
    const said = { path, within, line: head.split('\n').length, kind, before: textOf(node), after };
    return { ...said, source, mutated: head + after + tail };
  });
}

const startOf = ({ span, key }: Node): number => span?.start ?? (isNode(key) ? startOf(key) : 0);
const endOf = ({ span, value }: Node): number => span?.end ?? (isNode(value) ? endOf(value) : 0);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node below, but those that only types are made of; `within` names what of the file it is in. */
function walk(value: unknown, within: string, visit: (node: Node, within: string) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, within, visit);
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) {
      if (value.type.startsWith('Ts') && value.type !== 'TsAsExpression' && value.type !== 'TsConstAssertion') return;
      if (untouched.includes(value.type)) return;
      if ('span' in value) visit(value, within);
    }
    const inside = isNode(value) ? declaredBy(value) : null;
    for (const child of Object.values(value)) walk(child, inside === null ? within : `${within}.${inside}`, visit);
  }
}

/** The name that a declaration gives to what is in it. */
function declaredBy({ identifier, id, key }: Node): string | null {
  const named = [identifier, id, key].find((one) => isNode(one) && one.type === 'Identifier');
  return isNode(named) ? String(named.value) : null;
}

function editsAt(node: Node, textOf: (node: Node) => string): Edit[] {
  const edit = (kind: string, after: string): Edit => ({ kind, node, after });
  const text = (field: string) => (isNode(node[field]) ? textOf(node[field]) : '');
  switch (node.type) {
    case 'BinaryExpression': {
      const other = otherOperator[String(node.operator)];
      return other ? [edit('operator', `(${text('left')}) ${other} (${text('right')})`)] : [];
    }
    case 'ConditionalExpression':
      return [edit('branches swapped', `${text('test')} ? ${text('alternate')} : ${text('consequent')}`)];
    case 'IfStatement':
      return [
        edit(
          'condition dropped',
          textOf(node).replace(text('test'), () => 'false'),
        ),
      ];
    case 'NumericLiteral':
      return [edit('number', String(Number(node.value) + 1))];
    case 'BooleanLiteral':
      return [edit('boolean', String(node.value !== true))];
    case 'UnaryExpression':
      return node.operator === '-' || node.operator === '!' ? [edit('sign dropped', text('argument'))] : [];
    case 'ExpressionStatement':
      return [edit('step skipped', ';')];
    case 'ObjectExpression':
      return dropped(node, textOf);
    case 'CallExpression':
      return callEdits(node, textOf);
    default:
      return [];
  }
}

/** The same object without one of its properties: a key, a condition or a change that is forgotten. */
function dropped(node: Node, textOf: (node: Node) => string): Edit[] {
  const properties = node.properties as Node[];
  if (properties.length < 2) return [];
  const texts = properties.map((one) => (one.type === 'SpreadElement' ? `...${argumentOf(one, textOf)}` : textOf(one)));
  return texts.map((_, index) => {
    const rest = texts.filter((_, other) => other !== index);
    return { kind: 'property dropped', node, after: `{ ${rest.join(', ')} }` };
  });
}

const argumentOf = (spread: Node, textOf: (node: Node) => string) =>
  isNode(spread.arguments) ? textOf(spread.arguments) : '';

function callEdits(node: Node, textOf: (node: Node) => string): Edit[] {
  const { callee } = node;
  if (!isNode(callee) || callee.type !== 'MemberExpression' || !isNode(callee.property)) return [];
  const name = textOf(callee.property);
  const given = (node.arguments as { expression: Node }[]).map(({ expression }) => textOf(expression)).join(', ');
  const object = isNode(callee.object) ? textOf(callee.object) : '';
  if (name === 'adding') return [{ kind: 'added twice', node, after: `${object}.adding(2 * (${given}))` }];
  if (name === 'filter') return [{ kind: 'filter dropped', node, after: `${object}.slice()` }];
  const other = otherName[name];
  return other === undefined ? [] : [{ kind: 'bound', node, after: `${object}.${other}(${given})` }];
}
