import type { BuiltPackage, BuiltProgram, ComponentConfig, StyleSheet } from '../program';
import { runScript } from '../run-script';
import { markDownload, markEvaluation } from './performance-marks';
import { shell } from './shell';
import { ApiError } from './wx/api';
import { reachNetwork } from './wx/network-api';

declare global {
  /** Set by /app/about.js; the script of each package puts itself in, by root. */
  var phonePackages: Record<string, BuiltPackage> | undefined;
}

/** What this person's phone has fetched of which version of the program: WeChat keeps packages from visit to visit. */
const DRAWER = `phone:packages:${shell.openId}`;

export const MAIN = '/app/program.js';

/**
 * The packages of the program on this phone: the main package is there from the start unless the first page is in an
 * independent subpackage; any other is fetched when a page first needs it or when `preloadRule` says so, and installed
 * when a page needs it.
 */
export class ProgramPackages {
  private readonly installed = new Map<string, BuiltPackage>();
  private readonly fetching = new Map<string, Promise<void>>();
  /** Runs app.js when a visit that began without the main package comes to need it. */
  mainCame: () => void = () => undefined;

  /** @param add makes a package's styles, templates and settings known to the framework */
  constructor(
    private readonly program: BuiltProgram,
    private readonly add: (built: BuiltPackage) => void,
  ) {}

  config(is: string): ComponentConfig | undefined {
    return this.find((built) => built.components[is])?.config;
  }

  script(is: string): (() => void) | undefined {
    return this.find((built) => built.scripts[is]);
  }

  sheet(is: string): StyleSheet | undefined {
    return this.find((built) => built.styles[is]);
  }

  /** Roots of the packages that a page needs and that are not installed. */
  missing(page: string): string[] {
    return (this.program.needs[page] ?? []).filter((root) => !this.installed.has(root));
  }

  /**
   * Fetches packages and installs them.
   * @param first for the first page: WeChat has the package of a program that was opened before, whatever the network
   * @throws as WeChat fails a route whose package cannot be had
   */
  async bring(roots: readonly string[], first: boolean): Promise<void> {
    await Promise.all(roots.map((root) => this.fetch(root, first)));
    // The main package first: app.js runs before any page that is not independent.
    for (const root of [...roots].sort()) {
      this.install(root);
      if (root === '') this.mainCame();
    }
  }

  /** The package that a virtual path belongs to. */
  rootOf(virtualPath: string): string {
    return this.program.app.subpackages.find(({ root }) => virtualPath.startsWith(`${root}/`))?.root ?? '';
  }

  has(root: string): boolean {
    return this.installed.has(root);
  }

  /** Whether a page is in a subpackage that has nothing of the main package, not even app.wxss. */
  isIndependent(page: string): boolean {
    return this.program.app.subpackages.some(({ root, independent }) => independent && page.startsWith(`${root}/`));
  }

  /** Fetches ahead what app.json's `preloadRule` names for a page, once the page has been drawn. */
  preload(page: string): void {
    const rule = this.program.app.preloads[page];
    if (rule === undefined || (rule.network === 'wifi' && shell.network !== 'wifi')) return;
    // A package that could not be fetched ahead is fetched when it is needed.
    const quietly = (root: string) => void this.fetch(root, false).catch(() => undefined);
    requestIdleCallback(() => rule.roots.filter((root) => !this.installed.has(root)).forEach(quietly));
  }

  /** `wx.preDownloadSubpackage`. @param name or root of a subpackage. @throws ApiError for one that is not there */
  async fetchNamed(name: string): Promise<void> {
    const found = this.program.app.subpackages.find((each) => each.name === name || each.root === name);
    if (found === undefined) throw new ApiError(`subpackage "${name}" is not found`);
    if (!this.installed.has(found.root)) await this.fetch(found.root, false);
  }

  install(root: string): void {
    const built = globalThis.phonePackages?.[root];
    if (built === undefined || this.installed.has(root)) return;
    this.installed.set(root, built);
    markEvaluation(root, Object.keys(built.scripts), () => this.add(built));
  }

  /** Fetches a package once. @throws ApiError; the next attempt tries again */
  fetch(root: string, first: boolean): Promise<void> {
    const known = this.fetching.get(root);
    if (known !== undefined) return known;
    const fetched = this.load(root, first);
    this.fetching.set(root, fetched);
    fetched.catch(() => this.fetching.delete(root));
    return fetched;
  }

  private async load(root: string, first: boolean): Promise<void> {
    const refused = this.program.refused[root];
    if (refused !== undefined) throw new ApiError(refused);
    const kept = this.kept();
    if (!first && !kept.includes(root) && !(await reachNetwork())) {
      throw new ApiError(`loadSubpackage "${root}" fail net::ERR_INTERNET_DISCONNECTED`);
    }
    const source = root === '' ? MAIN : `/app/packages/${root}.js`;
    await runScript(source).catch(() => {
      throw new ApiError(`loadSubpackage ${source} cannot be read`);
    });
    markDownload(root, source);
    localStorage.setItem(
      DRAWER,
      JSON.stringify({ version: this.program.version, roots: [...new Set([...kept, root])] }),
    );
  }

  private kept(): string[] {
    const written: unknown = JSON.parse(localStorage.getItem(DRAWER) ?? '{}');
    const { version, roots } = written as { version?: unknown; roots?: unknown };
    return version === this.program.version && Array.isArray(roots) ? roots.map(String) : [];
  }

  private find<T>(look: (built: BuiltPackage) => T | undefined): T | undefined {
    for (const built of this.installed.values()) {
      const found = look(built);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
