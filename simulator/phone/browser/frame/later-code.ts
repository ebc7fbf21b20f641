import type * as glassEasel from 'glass-easel';
import { type PageTools, pageOf } from './page';
import { reportError } from './problems';

declare global {
  /** What packages lend to others, by virtual path; each package's script adds its own. */
  var phoneModules: Record<string, (() => unknown) | undefined> | undefined;
}

/** What `wx.onLazyLoadError` tells (基础库 2.24.3). */
interface LazyLoadError {
  type: 'subpackage';
  subpackage: string[];
  errMsg: string;
}

const listeners = new Set<(error: LazyLoadError) => void>();

export const lazyLoadEvents = {
  onLazyLoadError: (listener: (error: LazyLoadError) => void) => void listeners.add(listener),
  offLazyLoadError: (listener?: (error: LazyLoadError) => void) => {
    if (listener === undefined) listeners.clear();
    else listeners.delete(listener);
  },
};

/**
 * Puts components in the place of their placeholders once what uses them has been drawn: their packages are fetched
 * when they are not there (WeChat's guide: 分包异步化), and with `"lazyCodeLoading": "requiredComponents"` their scripts
 * run only now (按需注入和用时注入). What is replaced may bring placeholders in turn.
 */
export function replacePlaceholders(tools: PageTools): void {
  const asked = new Map<string, glassEasel.Element>();
  const bring = async (): Promise<void> => {
    const wanted = [...asked];
    asked.clear();
    const byRoot = new Map<string, [is: string, owner: glassEasel.Element][]>();
    for (const [is, owner] of wanted) {
      const root = tools.packages.rootOf(is);
      byRoot.set(root, [...(byRoot.get(root) ?? []), [is, owner]]);
    }
    await Promise.all([...byRoot].map(([root, components]) => place(root, components, tools)));
  };
  tools.space.getComponentSpace().setComponentWaitingListener((_isExported, is, owner) => {
    if (asked.size === 0) requestAnimationFrame(() => setTimeout(() => void bring()));
    asked.set(is, owner);
  });
}

async function place(root: string, components: [is: string, owner: glassEasel.Element][], tools: PageTools) {
  try {
    if (!tools.packages.has(root)) await tools.packages.bring([root], false);
  } catch (error) {
    const errMsg = error instanceof Error ? error.message : String(error);
    for (const listener of listeners) listener({ type: 'subpackage', subpackage: [root], errMsg });
    return;
  }
  for (const [is, owner] of components) pageOf(owner)?.addStyles(usedBy([is], tools));
  tools.space.getComponentSpace().groupRegister(() => {
    for (const [is] of components) tools.define(is);
  });
}

/** The components named and all that they use, as far as their packages are there. */
function usedBy(components: readonly string[], { config }: PageTools): string[] {
  const seen = new Set<string>();
  const visit = (is: string): void => {
    if (seen.has(is)) return;
    seen.add(is);
    for (const used of Object.values(config(is)?.usingComponents ?? {})) visit(used);
  };
  components.forEach(visit);
  return [...seen];
}

type Done = (module: unknown) => void;
type Failed = (failure: { mod: string; errMsg: string }) => void;

/**
 * `require.async(path)`, and with functions `require(path, done, failed)`, as the build writes them: a module of a
 * package that may not be there yet. The texts of failures are **unverified**, the fields are the guide's.
 */
export function laterModules({ packages }: PageTools): (mod: string, done?: Done, failed?: Failed) => unknown {
  const load = async (mod: string): Promise<unknown> => {
    try {
      const root = packages.rootOf(mod);
      if (!packages.has(root)) await packages.bring([root], false);
    } catch (error) {
      throw { mod, errMsg: error instanceof Error ? error.message : String(error) };
    }
    const found = globalThis.phoneModules?.[mod];
    if (found === undefined) throw { mod, errMsg: `module '${mod}' is not defined` };
    return found();
  };
  return (mod, done, failed) => {
    const loaded = load(mod);
    if (done === undefined) return loaded;
    loaded.then(done, (failure: { mod: string; errMsg: string }) => {
      if (failed === undefined) reportError(`require ${mod}`, failure);
      else failed(failure);
    });
    return undefined;
  };
}
