import * as glassEasel from 'glass-easel';
import { type DispatchOptions, dispatchAt } from '../event-dispatch';

/** Default of a property, also what it is when the program gives nothing. */
type Default = string | number | boolean | null | unknown[] | Record<string, unknown>;

/** One of WeChat's own components, drawn with DOM elements inside its host element. */
export interface Builtin {
  tag: string;
  /** Every property WeChat documents, by its default: an undeclared one would be a framework warning. */
  properties?: Record<string, Default>;
  /** The element is in the tree, with its properties; `changed` runs next, for all. */
  attached?(host: BuiltinHost): void;
  detached?(host: BuiltinHost): void;
  /** Runs when one of the properties changes (names separated by commas), and once after `attached`. */
  changed?: Record<string, (host: BuiltinHost) => void>;
  /** A label that belongs to the component was tapped, or the component itself was tapped by keyboard. */
  activated?(host: BuiltinHost): void;
  /** What a form reads and how it resets. */
  field?: { read(host: BuiltinHost): unknown; reset(host: BuiltinHost): void };
}

/** glass-easel keeps styles in segments; 1 is the one for what a component itself adds. */
const OWN_STYLE = 1;

/** The host element of one built-in instance, and the few things a built-in does with it. */
export class BuiltinHost {
  /** Free for the built-in: its inner elements and state. */
  readonly parts = new Map<string, unknown>();

  constructor(
    readonly component: glassEasel.GeneralComponent,
    readonly element: HTMLElement,
    private readonly defaults: Readonly<Record<string, Default>>,
  ) {}

  get(name: string): unknown {
    const value = (this.component.data as Record<string, unknown>)[name];
    return value === null || value === undefined ? this.defaults[name] : value;
  }

  text(name: string): string {
    const value = this.get(name);
    return value === null || value === undefined ? '' : String(value);
  }

  flag(name: string): boolean {
    return Boolean(this.get(name));
  }

  number(name: string): number {
    const value = Number(this.get(name));
    return Number.isFinite(value) ? value : 0;
  }

  /** Changes own properties, as a person's input does; `model:` bindings hear of it. */
  set(values: Record<string, unknown>): void {
    this.component.setData(values);
  }

  /** @returns whether a listener prevented the default */
  trigger(name: string, detail: unknown = {}, options: DispatchOptions = {}): boolean {
    return dispatchAt(this.component, name, detail, options);
  }

  onTap(listener: () => void): void {
    this.component.addListener('tap', () => listener());
  }

  /** Styles of the built-in's own, beside those of the template. */
  style(css: string): void {
    this.component.setNodeStyle(css, OWN_STYLE);
  }

  /** An inner element, made once. */
  part<K extends keyof HTMLElementTagNameMap>(name: string, tag: K): HTMLElementTagNameMap[K] {
    const known = this.parts.get(name);
    if (known !== undefined) return known as HTMLElementTagNameMap[K];
    const created = document.createElement(tag);
    created.className = `phone-${name}`;
    this.parts.set(name, created);
    return created;
  }

  /** A class of the owner's style sheet, as the DOM has it (classes are scoped by prefix). */
  ownerClass(names: string): string {
    const owner = this.component.ownerShadowRoot?.getHostNode();
    const scope = owner?.getComponentOptions().styleScope;
    const manager = owner?.getRootBehavior().ownerSpace.styleScopeManager;
    const prefix = scope === undefined || scope === null ? undefined : manager?.queryName(scope);
    const scoped = names.split(/\s+/).filter(Boolean);
    return scoped.flatMap((name) => (prefix ? [`${prefix}--${name}`] : [name])).join(' ');
  }
}

const hosts = new WeakMap<glassEasel.Element, { host: BuiltinHost; builtin: Builtin }>();

/** The built-in behind an element, undefined for the program's own components and plain nodes. */
export function builtinOf(element: glassEasel.Element): { host: BuiltinHost; builtin: Builtin } | undefined {
  return hosts.get(element);
}

/** Properties of every built-in that is a box on the page. */
const COMMON: Record<string, Default> = { animation: null };

/** Registers a built-in under its tag for all components of the space. */
export function registerBuiltin(space: glassEasel.ComponentSpace, builtin: Builtin): void {
  const defaults = { ...COMMON, ...builtin.properties };
  // Untyped: WeChat's own components take a wrong or missing value for the default, without a word.
  const properties = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, { type: null, value }]));
  const changed = Object.entries(builtin.changed ?? {});
  const observers = changed.map(([fields, observe]) => ({
    fields,
    observer(this: glassEasel.GeneralComponent) {
      const known = hosts.get(this);
      if (known !== undefined && glassEasel.Element.isAttached(this)) observe(known.host);
    },
  }));
  const definition = space.defineComponent({
    is: `builtin/${builtin.tag}`,
    properties,
    observers,
    lifetimes: {
      created(this: glassEasel.GeneralComponent) {
        const element = this.getBackendElement() as unknown;
        if (element instanceof HTMLElement)
          hosts.set(this, { host: new BuiltinHost(this, element, defaults), builtin });
      },
      attached(this: glassEasel.GeneralComponent) {
        const known = hosts.get(this);
        if (known === undefined) return;
        builtin.attached?.(known.host);
        for (const [, observe] of changed) observe(known.host);
      },
      detached(this: glassEasel.GeneralComponent) {
        const known = hosts.get(this);
        if (known !== undefined) builtin.detached?.(known.host);
      },
    },
  } as Parameters<typeof space.defineComponent>[0]);
  space.setGlobalUsingComponent(builtin.tag, definition.general());
}
