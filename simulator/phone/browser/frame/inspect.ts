import * as glassEasel from 'glass-easel';
import type { InspectedDetails, InspectedNode } from '../bridge';
import { builtinOf } from './builtins/builtin';
import { elementOf } from './event-dispatch';
import type { Page } from './page';
import { kept } from './wx/storage-api';

/** Numbers by which the window around this one names live elements. */
const numbers = new WeakMap<glassEasel.Element, number>();
let latest = 0;
/** The elements of the tree that was read last. */
let read = new Map<number, glassEasel.Element>();
const mark = document.createElement('div');
mark.className = 'phone-inspected';

/** The tree of a page's WXML: below each component its own template, then what its owner put in its slots. */
export function inspectTree(page: Page): InspectedNode[] {
  read = new Map();
  const roots = [page.caller, page.tabBar].flatMap((caller) => elementOf(caller) ?? []);
  return roots.flatMap(nodesOf);
}

function nodesOf(node: glassEasel.Node): InspectedNode[] {
  if (glassEasel.TextNode.isTextNode(node)) {
    const text = node.textContent.trim();
    return text === '' ? [] : [{ id: 0, label: text, kind: 'text', children: [] }];
  }
  const inside = node.childNodes.flatMap(nodesOf);
  // What wx:if, wx:for and slots are made of is nothing that a program has written.
  if (glassEasel.VirtualNode.isVirtualNode(node)) return inside;
  const id = numbers.get(node) ?? latest + 1;
  latest = Math.max(latest, id);
  numbers.set(node, id);
  read.set(id, node);
  const own = glassEasel.Component.isComponent(node) && builtinOf(node) === undefined;
  const template = own ? (node.getShadowRoot()?.childNodes.flatMap(nodesOf) ?? []) : [];
  return [{ id, label: labelOf(node), kind: own ? 'component' : 'built-in', children: [...template, ...inside] }];
}

function labelOf(node: glassEasel.Element): string {
  const dom = node.getBackendElement() as unknown;
  const is = glassEasel.Component.isComponent(node) ? node.is : '';
  const tag = dom instanceof HTMLElement ? dom.localName.replace(/^wx-/, '') : (is.split('/').pop() ?? '');
  const id = node.id === '' ? '' : `#${node.id}`;
  const classes = node.class === '' ? '' : `.${node.class.trim().split(/\s+/).join('.')}`;
  return `${tag}${id}${classes}`;
}

/** A node of the tree that was read last: its properties, and the data that only it has. Marks it on the page. */
export function inspectNode(id: number): InspectedDetails | undefined {
  const node = read.get(id);
  mark.remove();
  if (node === undefined) return undefined;
  showMark(node);
  const properties: [string, string][] = Object.entries({ ...node.dataset }).map(([name, value]) => [
    `data-${name}`,
    written(value),
  ]);
  if (!glassEasel.Component.isComponent(node)) return { is: '', properties, data: [] };
  const data: [string, string][] = [];
  for (const [name, value] of Object.entries(node.data as Record<string, unknown>)) {
    (glassEasel.Component.hasProperty(node, name) ? properties : data).push([name, written(value)]);
  }
  return { is: builtinOf(node) === undefined ? node.is : '', properties, data };
}

/** What this person's phone keeps for the program. */
export function inspectStorage(): [string, string][] {
  return kept().map(({ key, data }) => [key, written(data)]);
}

export function endInspection(): void {
  mark.remove();
}

function showMark(node: glassEasel.Element): void {
  const dom = node.getBackendElement() as unknown;
  if (!(dom instanceof HTMLElement)) return;
  const { left, top, width, height } = dom.getBoundingClientRect();
  mark.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  document.documentElement.append(mark);
}

/** As JSON; what JSON has no word for is named. */
function written(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'function';
  try {
    return JSON.stringify(value, null, 1) ?? String(value);
  } catch {
    return '[循环引用]';
  }
}
