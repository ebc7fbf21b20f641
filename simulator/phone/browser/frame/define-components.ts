import * as glassEasel from 'glass-easel';
import { component as adapter, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import { reportError, reportProblem } from './problems';

type Definition = Record<string, unknown>;

/** Built-in behaviors of WeChat; the built-in form finds its fields by other means, so they carry nothing. */
const BUILTIN_BEHAVIORS = [
  'wx://form-field',
  'wx://form-field-group',
  'wx://form-field-button',
  'wx://component-export',
  'wx://proxy-scroll-view',
];

/**
 * Gives the program `Page`, `Component` and `Behavior`, and runs component scripts when they are first needed.
 * `Component()` may be called by a library for the file being run, hence the stack of files.
 */
export class ComponentDefiner {
  private readonly running: string[] = [];
  private readonly defined = new Set<string>();
  private readonly behaviors = new Map<string, unknown>();

  constructor(
    private readonly space: CodeSpace,
    private readonly script: (is: string) => (() => void) | undefined,
    private readonly dependencies: (is: string) => string[],
  ) {
    for (const name of BUILTIN_BEHAVIORS) {
      const properties = name === 'wx://form-field' ? { name: String, value: null } : {};
      this.behaviors.set(name, space.behavior().definition({ properties }).register());
    }
  }

  /** Puts the constructors and the file marks of the build on `window`. */
  install(): void {
    Object.assign(window, {
      phoneEnter: (is: string) => void this.running.push(is),
      phoneLeave: () => void this.running.pop(),
      Page: (definition: Definition) => this.definePage(definition),
      Component: (definition: Definition) => this.defineComponent(definition),
      Behavior: (definition: Definition) => this.space.behavior().definition(this.normalize(definition)).register(),
    });
  }

  /** Runs a component's script and those of all it uses, dependencies first, each once. */
  define(is: string): void {
    const script = this.script(is);
    // Of a package that is not there yet: a placeholder stands for it.
    if (script === undefined || this.defined.has(is)) return;
    this.defined.add(is);
    for (const used of this.dependencies(is)) this.define(used);
    const depth = this.running.length;
    try {
      script();
    } catch (error) {
      reportError(`${is}.js`, error);
    } finally {
      this.running.length = depth;
    }
  }

  private definePage(definition: Definition): void {
    const is = this.current('Page');
    if (is !== undefined) this.space.component(is).pageDefinition(this.normalize(definition)).register();
  }

  private defineComponent(definition: Definition): void {
    const is = this.current('Component');
    if (is !== undefined) this.space.component(is).definition(this.normalize(definition)).register();
  }

  private current(called: string): string | undefined {
    const is = this.running[this.running.length - 1];
    if (is === undefined) reportProblem('error', `${called}() was called outside a page or component script`);
    return is;
  }

  /** WeChat accepts older and shorter forms that the adapter does not. */
  private normalize(definition: Definition): Definition {
    const normal = { ...definition };
    if (Array.isArray(normal.behaviors)) {
      normal.behaviors = normal.behaviors.map((behavior: unknown) => {
        if (typeof behavior !== 'string') return behavior;
        if (!this.behaviors.has(behavior)) reportProblem('framework', `unknown behavior "${behavior}"`);
        return this.behaviors.get(behavior) ?? this.behaviors.get('wx://form-field');
      });
    }
    if (isRecord(normal.properties)) {
      normal.properties = Object.fromEntries(
        Object.entries(normal.properties).map(([name, property]) => [name, normalizeProperty(property)]),
      );
    }
    return normal;
  }
}

function normalizeProperty(property: unknown): unknown {
  if (!isRecord(property)) return property;
  const { observer, ...rest } = property;
  const typed = 'type' in rest ? rest : { ...rest, type: null };
  if (typeof observer !== 'string') return observer === undefined ? typed : property;
  // An observer named by a string is a method of the component.
  const call = function (this: Record<string, unknown>, ...values: unknown[]): unknown {
    const method = this[observer];
    return typeof method === 'function' ? method.apply(this, values) : undefined;
  };
  return { ...typed, observer: call };
}

/** glass-easel never fires `ready` by itself: every component does so after it was first laid out. */
export function fireReady(space: CodeSpace): void {
  const behavior = space.getComponentSpace().defineBehavior({
    lifetimes: {
      attached(this: unknown) {
        const component = this instanceof adapter.ComponentCaller ? this._$ : this;
        if (!glassEasel.Component.isComponent(component)) return;
        setTimeout(() => {
          if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', []);
        });
      },
    },
  });
  space.setOverallBehavior(behavior.general());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
