import * as glassEasel from 'glass-easel';
import { elementOf } from '../event-dispatch';
import type { Options } from './api';

type Callback = (result: unknown) => void;

interface Query {
  scope: glassEasel.Element | undefined;
  /** undefined selects the viewport. */
  selector: string | undefined;
  all: boolean;
  fields: Options;
  callback: Callback | undefined;
}

/** WeChat's SelectorQuery: collects what to measure, answers after the next turn, in order. */
export class SelectorQuery {
  private readonly queries: Query[] = [];

  /** @param scope the component to search in; the current page's when undefined */
  constructor(private scope: () => glassEasel.Element | undefined) {}

  in(component: unknown): this {
    const element = elementOf(component);
    this.scope = () => element;
    return this;
  }

  select(selector: string): NodesRef {
    return this.ref(selector, false);
  }

  selectAll(selector: string): NodesRef {
    return this.ref(selector, true);
  }

  selectViewport(): NodesRef {
    return this.ref(undefined, false);
  }

  exec(callback?: (results: unknown[]) => void): this {
    setTimeout(() => {
      const results = this.queries.map(answer);
      this.queries.forEach((query, index) => {
        query.callback?.(results[index]);
      });
      callback?.(results);
    });
    return this;
  }

  private ref(selector: string | undefined, all: boolean): NodesRef {
    const scope = this.scope();
    return new NodesRef((fields, callback) => {
      this.queries.push({ scope, selector, all, fields, callback });
      return this;
    });
  }
}

class NodesRef {
  constructor(private readonly ask: (fields: Options, callback?: Callback) => SelectorQuery) {}

  fields(fields: Options, callback?: Callback): SelectorQuery {
    return this.ask(fields, callback);
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.ask({ id: true, dataset: true, rect: true, size: true }, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.ask({ id: true, dataset: true, scrollOffset: true }, callback);
  }

  node(callback?: Callback): SelectorQuery {
    return this.ask({ node: true }, callback);
  }

  context(callback?: Callback): SelectorQuery {
    return this.ask({ context: true }, callback);
  }
}

function answer(query: Query): unknown {
  if (query.selector === undefined) return viewport(query.fields);
  const found = query.scope === undefined ? [] : select(query.scope, query.selector);
  const measured = found.map((element) => measure(element, query.fields));
  return query.all ? measured : (measured[0] ?? null);
}

/** Elements of a component's own tree that match a WXSS selector. */
export function select(scope: glassEasel.Element, selector: string): glassEasel.Element[] {
  if (!glassEasel.Component.isComponent(scope)) return [];
  const root = scope.getShadowRoot();
  return root === null ? [] : selector.split(',').flatMap((each) => root.querySelectorAll(each.trim()));
}

function viewport(fields: Options): Options {
  const [width, height] = [document.documentElement.clientWidth, window.innerHeight];
  const scrolled = document.documentElement;
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset
      ? {
          scrollLeft: window.scrollX,
          scrollTop: window.scrollY,
          scrollWidth: scrolled.scrollWidth,
          scrollHeight: scrolled.scrollHeight,
        }
      : {}),
  };
}

function measure(element: glassEasel.Element, fields: Options): Options {
  const dom = element.getBackendElement() as unknown;
  const box = boxOf(element);
  const result: Options = {};
  if (fields.id) result.id = element.id;
  if (fields.dataset) result.dataset = { ...element.dataset };
  if (fields.mark) result.mark = element.collectMarks();
  if (fields.rect) Object.assign(result, { left: box.left, top: box.top, right: box.right, bottom: box.bottom });
  if (fields.size) Object.assign(result, { width: box.width, height: box.height });
  if (dom instanceof HTMLElement) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = dom;
    if (fields.scrollOffset) Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
    const node = fields.node || fields.context ? nodeOf(dom) : undefined;
    if (fields.node) result.node = node;
    if (fields.context) result.context = node;
    if (Array.isArray(fields.computedStyle)) {
      const style = getComputedStyle(dom);
      for (const name of fields.computedStyle) result[String(name)] = style[name as keyof CSSStyleDeclaration];
    }
  }
  if (Array.isArray(fields.properties) && glassEasel.Component.isComponent(element)) {
    const values = element.data as Options;
    for (const name of fields.properties) result[String(name)] = values[String(name)];
  }
  return result;
}

/** A canvas is the node programs draw on; other hosts are given as they are. */
function nodeOf(dom: HTMLElement): unknown {
  return dom.querySelector(':scope > canvas') ?? dom;
}

/** The box of an element; that of a virtual host is what encloses its children. */
function boxOf(element: glassEasel.Element): DOMRect {
  const dom = element.getBackendElement() as unknown;
  if (dom instanceof HTMLElement) return dom.getBoundingClientRect();
  const boxes: DOMRect[] = [];
  const visit = (node: glassEasel.Node): void => {
    if (!glassEasel.Element.isElement(node)) return;
    const child = node.getBackendElement() as unknown;
    if (child instanceof HTMLElement) boxes.push(child.getBoundingClientRect());
    else childrenOf(node).forEach(visit);
  };
  visit(element);
  if (boxes.length === 0) return new DOMRect();
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** What a node shows: a component its own tree, anything else its children. */
function childrenOf(element: glassEasel.Element): glassEasel.Node[] {
  const own = glassEasel.Component.isComponent(element) ? element.getShadowRoot() : null;
  return own === null ? element.childNodes : own.childNodes;
}
