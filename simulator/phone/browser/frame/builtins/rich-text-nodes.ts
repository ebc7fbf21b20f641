import { resolveUnits } from '../../units';

/** Elements WeChat's rich-text trusts, with the attributes it keeps beside class and style. */
const TRUSTED: Record<string, string[]> = {
  a: [],
  abbr: [],
  b: [],
  blockquote: [],
  br: [],
  code: [],
  col: ['span', 'width'],
  dd: [],
  del: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  fieldset: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  img: ['alt', 'src', 'height', 'width'],
  ins: [],
  label: [],
  li: [],
  ol: ['start', 'type'],
  p: [],
  pre: [],
  q: [],
  section: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  table: ['width'],
  tbody: [],
  td: ['colspan', 'height', 'rowspan', 'width'],
  tfoot: [],
  th: ['colspan', 'height', 'rowspan', 'width'],
  thead: [],
  tr: ['colspan', 'height', 'rowspan', 'width'],
  u: [],
  ul: [],
};

/** Turns rich-text's `nodes` (HTML or WeChat's array) into DOM without scripts, handlers, links or unknown tags. */
export function sanitizedNodes(nodes: unknown): Node[] {
  if (typeof nodes === 'string') {
    const parsed = new DOMParser().parseFromString(nodes, 'text/html');
    return [...parsed.body.childNodes].flatMap(cleaned);
  }
  return Array.isArray(nodes) ? nodes.flatMap(fromRecord) : [];
}

function cleaned(node: Node): Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof Element)) return [];
  const tag = node.tagName.toLowerCase();
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  return trusted(tag, attributes, [...node.childNodes].flatMap(cleaned));
}

function fromRecord(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, name, attrs, children } = node as Record<string, unknown>;
  if (type === 'text') return [document.createTextNode(decoded(String(text ?? '')))];
  const attributes = typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>) : {};
  return trusted(String(name).toLowerCase(), attributes, Array.isArray(children) ? children.flatMap(fromRecord) : []);
}

function trusted(tag: string, attributes: Record<string, unknown>, children: Node[]): Node[] {
  const kept = TRUSTED[tag];
  if (kept === undefined) return [];
  const element = document.createElement(tag);
  for (const name of ['class', ...kept]) {
    const value = attributes[name];
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  if (attributes.style !== undefined) element.setAttribute('style', resolveUnits(String(attributes.style)));
  element.append(...children);
  return [element];
}

function decoded(text: string): string {
  return new DOMParser().parseFromString(text, 'text/html').body.textContent ?? '';
}
