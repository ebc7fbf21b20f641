import type { AppConfig, Preload, Subpackage } from '../browser/program';
import type { ProgramComponent } from './read-program';

/** The root of the package that a virtual path belongs to: '' for the main package. */
export function packageOf(subpackages: readonly Pick<Subpackage, 'root'>[], virtualPath: string): string {
  return subpackages.find(({ root }) => virtualPath.startsWith(`${root}/`))?.root ?? '';
}

/**
 * Why code of one package cannot use what lies at a virtual path, as the end of a sentence; undefined when it can.
 * Every package has itself, and the main package unless it is independent; none has another subpackage.
 *
 * @param root of the package that uses it
 */
export function outOfReach(subpackages: readonly Subpackage[], root: string, virtualPath: string): string | undefined {
  const other = packageOf(subpackages, virtualPath);
  if (other === root) return undefined;
  if (other !== '') return `is in the subpackage "${other}"`;
  const alone = subpackages.some((pack) => pack.root === root && pack.independent);
  return alone ? `is in the main package, which the independent subpackage "${root}" opens without` : undefined;
}

/** `preloadRule` of app.json, its names replaced by roots; what it names wrongly becomes a problem. */
export function readPreloads(
  declared: Record<string, unknown>,
  pages: readonly string[],
  subpackages: readonly Subpackage[],
  problems: string[],
): AppConfig['preloads'] {
  const preloads: Record<string, Preload> = {};
  for (const [path, rule] of Object.entries(declared)) {
    const page = path.replace(/^\//, '');
    const { packages, network } = (typeof rule === 'object' && rule !== null ? rule : {}) as Record<string, unknown>;
    if (!pages.includes(page)) problems.push(`app.json: preloadRule names "${page}", which is no page`);
    const named = Array.isArray(packages) ? packages.map(String) : [];
    const roots = named.flatMap((name) => {
      if (name === '__APP__') return [''];
      const found = subpackages.find((pack) => pack.name === name || pack.root === name.replace(/^\/|\/$/g, ''));
      if (found === undefined) problems.push(`app.json: preloadRule of "${page}" names no subpackage "${name}"`);
      return found === undefined ? [] : [found.root];
    });
    preloads[page] = { network: network === 'all' ? 'all' : 'wifi', roots };
  }
  return preloads;
}

/**
 * The packages that each page cannot be shown without, '' for the main one; an independent page needs only its own.
 * A component of another package that has a `componentPlaceholder` comes after the page. What WeChat would not find
 * becomes a problem: such a component without one, anything of another package in an independent one.
 */
export function pageNeeds(
  components: readonly ProgramComponent[],
  { subpackages }: Pick<AppConfig, 'subpackages'>,
  problems: string[],
): Record<string, string[]> {
  const byPath = new Map(components.map((component) => [component.is, component]));
  const home = (is: string) => packageOf(subpackages, is);
  const isFar = (is: string, used: string) => outOfReach(subpackages, home(is), used) !== undefined;
  for (const { is, config } of components) {
    for (const [tag, used] of Object.entries(config.usingComponents)) {
      if (tag in config.componentPlaceholder || !isFar(is, used)) continue;
      problems.push(`Component is not found in path "${used}" (using by "${is}"): it is in another package`);
    }
  }
  const needs: Record<string, string[]> = {};
  for (const { is, isPage } of components) {
    if (!isPage) continue;
    const independent = subpackages.some((pack) => pack.independent && pack.root === home(is));
    needs[is] = [...new Set([...(independent ? [] : ['']), ...[...closureOf(is, byPath, isFar)].map(home)])];
  }
  return needs;
}

/** A component and all it uses, but what may come later. */
function closureOf(
  is: string,
  byPath: ReadonlyMap<string, ProgramComponent>,
  isFar: (is: string, used: string) => boolean,
): Set<string> {
  const seen = new Set<string>();
  const visit = (at: string): void => {
    const config = byPath.get(at)?.config;
    if (config === undefined || seen.has(at)) return;
    seen.add(at);
    for (const [tag, used] of Object.entries(config.usingComponents)) {
      if (!(tag in config.componentPlaceholder && isFar(at, used))) visit(used);
    }
    for (const generic of Object.values(config.componentGenerics)) if (generic !== true) visit(generic.default);
  };
  visit(is);
  return seen;
}
