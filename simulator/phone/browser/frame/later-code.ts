import type { Page, PageTools } from './page';
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
 * Fetches the packages of the components for which a placeholder stands, once the page has been drawn, and puts the
 * components in their places (WeChat's guide: 分包异步化, 跨分包自定义组件引用); those may have placeholders in turn.
 */
export async function replacePlaceholders(page: Page, tools: PageTools): Promise<void> {
  const known = usedBy([page.path], tools);
  const absent = known.filter((is) => tools.config(is) === undefined);
  if (absent.length === 0) return;
  const roots = [...new Set(absent.map((is) => tools.packages.rootOf(is)))];
  try {
    await tools.packages.bring(roots, false);
  } catch (error) {
    const errMsg = error instanceof Error ? error.message : String(error);
    for (const listener of listeners) listener({ type: 'subpackage', subpackage: roots, errMsg });
    return;
  }
  page.addStyles(usedBy(absent, tools).filter((is) => !known.includes(is) || absent.includes(is)));
  tools.space.getComponentSpace().groupRegister(() => absent.forEach(tools.define));
  await replacePlaceholders(page, tools);
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
