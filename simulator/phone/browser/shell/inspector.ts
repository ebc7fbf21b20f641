import type { Frame, InspectedNode } from '../bridge';
import { byId, make } from './elements';

/** How often the tree is read anew while the inspector is open, in ms. */
const LOOK_MILLIS = 1000;
/** Levels that are open before somebody opened or closed one. */
const OPEN_LEVELS = 3;

/** A node as a row of the tree. */
interface Row {
  node: InspectedNode;
  level: number;
  parent: number;
}

/**
 * The page on screen as WXML tree, the properties and data of the node chosen, and what is stored: read only, beside
 * the phone, and only while it is open. Keys are those of any tree: arrows, Home, End, Enter.
 */
export class Inspector {
  private readonly toggled = new Map<number, boolean>();
  private tree: InspectedNode[] = [];
  private rows: Row[] = [];
  private chosen = 0;
  private seen = '';
  private timer = 0;
  private readonly list = byId('tree');

  constructor(private readonly frame: () => Frame | undefined) {
    const box = byId('inspector') as HTMLDetailsElement;
    box.addEventListener('toggle', () => {
      window.clearInterval(this.timer);
      if (!box.open) return this.frame()?.endInspection();
      this.look();
      this.timer = window.setInterval(() => this.look(), LOOK_MILLIS);
    });
    this.list.addEventListener('keydown', (event) => this.press(event));
  }

  private look(): void {
    this.tree = this.frame()?.inspectTree() ?? [];
    this.draw();
    this.describe();
    const stored = this.frame()?.inspectStorage() ?? [];
    byId('stored').replaceChildren(...(stored.length === 0 ? [make('p', {}, '什么也没存')] : [entries(stored)]));
  }

  private draw(): void {
    this.rows = this.rowsOf(this.tree, 1, 0);
    if (!this.rows.some(({ node }) => node.id === this.chosen)) this.chosen = this.rows[0]?.node.id ?? 0;
    const drawn = JSON.stringify([
      this.rows.map(({ node, level }) => [node.id, node.label, level, this.isOpen(node, level)]),
    ]);
    const focused = this.list.contains(document.activeElement);
    if (drawn !== this.seen) this.list.replaceChildren(...this.rows.map((row) => this.item(row)));
    this.seen = drawn;
    this.markChosen();
    if (focused) this.itemOf(this.chosen)?.focus();
  }

  private rowsOf(nodes: InspectedNode[], level: number, parent: number): Row[] {
    return nodes.flatMap((node) => [
      { node, level, parent },
      ...(this.isOpen(node, level) ? this.rowsOf(node.children, level + 1, node.id) : []),
    ]);
  }

  private isOpen(node: InspectedNode, level: number): boolean {
    return this.toggled.get(node.id) ?? (node.children.length > 0 && level <= OPEN_LEVELS);
  }

  private item({ node, level }: Row): HTMLElement {
    const expandable = node.children.length > 0;
    const item = make(
      'li',
      {
        role: 'treeitem',
        class: node.kind,
        'aria-level': String(level),
        ...(expandable ? { 'aria-expanded': String(this.isOpen(node, level)) } : {}),
        'data-node': String(node.id),
        onclick: () => this.choose(node.id, expandable && this.chosen === node.id),
      },
      node.kind === 'text' ? node.label : `<${node.label}>`,
    );
    item.style.paddingInlineStart = `${level * 12}px`;
    return item;
  }

  /** @param toggle whether it is opened or closed too */
  private choose(id: number, toggle: boolean): void {
    const row = this.rows.find(({ node }) => node.id === id);
    if (row === undefined || id === 0) return;
    this.chosen = id;
    if (toggle) this.toggled.set(id, !this.isOpen(row.node, row.level));
    this.draw();
    this.describe();
    this.itemOf(id)?.focus();
  }

  private press(event: KeyboardEvent): void {
    const rows = this.rows.filter(({ node }) => node.id !== 0);
    const at = rows.findIndex(({ node }) => node.id === this.chosen);
    const row = rows[at];
    if (row === undefined) return;
    const open = this.isOpen(row.node, row.level);
    const first = row.node.children.find(({ id }) => id !== 0)?.id ?? row.node.id;
    const moves: Record<string, () => void> = {
      ArrowDown: () => this.choose(rows[at + 1]?.node.id ?? row.node.id, false),
      ArrowUp: () => this.choose(rows[at - 1]?.node.id ?? row.node.id, false),
      ArrowRight: () => (open ? this.choose(first, false) : this.choose(row.node.id, row.node.children.length > 0)),
      ArrowLeft: () => (open ? this.choose(row.node.id, true) : this.choose(row.parent, false)),
      Home: () => this.choose(rows[0]?.node.id ?? 0, false),
      End: () => this.choose(rows[rows.length - 1]?.node.id ?? 0, false),
      Enter: () => this.choose(row.node.id, row.node.children.length > 0),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }

  private markChosen(): void {
    for (const item of this.list.querySelectorAll<HTMLElement>('[data-node]')) {
      const chosen = item.dataset.node === String(this.chosen) && this.chosen !== 0;
      item.setAttribute('aria-selected', String(chosen));
      item.tabIndex = chosen ? 0 : -1;
    }
  }

  private describe(): void {
    const details = this.chosen === 0 ? undefined : this.frame()?.inspectNode(this.chosen);
    const parts = [];
    if (details !== undefined && details.is !== '') parts.push(make('p', {}, make('code', {}, details.is)));
    if (details !== undefined && details.properties.length > 0)
      parts.push(heading('属性'), entries(details.properties));
    if (details !== undefined && details.data.length > 0) parts.push(heading('数据'), entries(details.data));
    byId('chosen').replaceChildren(...(parts.length === 0 ? [make('p', {}, '这个节点没有属性和数据')] : parts));
  }

  private itemOf(id: number): HTMLElement | null {
    return this.list.querySelector<HTMLElement>(`[data-node="${id}"]`);
  }
}

const heading = (text: string): HTMLElement => make('h3', {}, text);

function entries(values: [string, string][]): HTMLElement {
  return make('dl', {}, ...values.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}
