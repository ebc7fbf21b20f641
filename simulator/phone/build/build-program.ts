import { createHash } from 'node:crypto';
import type { ComponentConfig, StyleSheet } from '../browser/program';
import { bundleScripts } from './bundle-scripts';
import { compileTemplates } from './compile-templates';
import type { KeptBundles } from './kept-bundles';
import { outOfReach, packageOf, pageNeeds } from './packages';
import { type ProgramComponent, type ReadProgram, readProgram } from './read-program';
import { transformWxss } from './transform-wxss';
import { weighPackages } from './weigh-packages';

/** The code of one package as the phone fetches it. */
export interface PackageBuild {
  /** Classic script: sets an entry of `window.phonePackages`. */
  script: string;
  /** Source map of `script`, '' when the scripts do not compile. */
  map: string;
}

/** A mini program compiled for the phone, kept in memory. */
export interface ProgramBuild {
  /** By the subpackage's root; '' is the main package. */
  packages: Map<string, PackageBuild>;
  /** Classic script that sets `window.phoneProgram`: what is known of the program before any package is there. */
  about: string;
  /** Roots of the subpackages that open without the main package. */
  independent: string[];
  /** Sentences; the phone lists them too. */
  problems: string[];
  millis: number;
}

/** Where the phone fetches a package, below `/app/`. */
export function packageFile(root: string): string {
  return root === '' ? 'program.js' : `packages/${root}.js`;
}

/**
 * Compiles the mini program in `root`. Never throws for what is wrong in the program: that becomes a problem, so
 * that the phone can show it.
 * @param kept what the last build had bundled; it is used and brought up to date
 */
export async function buildProgram(root: string, production: boolean, kept?: KeptBundles): Promise<ProgramBuild> {
  const started = performance.now();
  const program = readProgram(root);
  const { app, files, problems } = program;
  const members = byPackage(program);
  const names = new Map([...members].map(([pack, components]) => [pack, components.map(({ is }) => is)]));
  const needs = pageNeeds(program.components, app, problems);
  const scopes = new Map(program.components.map(({ is }, index) => [is, `s${index}`]));
  const parts = new Map<string, string>();
  for (const [pack, components] of members) {
    const styles = compileStyles(program, pack, components, scopes);
    const reach = (virtualPath: string) => outOfReach(app.subpackages, pack, virtualPath);
    const templates = compileTemplates(files, names.get(pack) ?? [], problems, reach);
    const configs: Record<string, { config: ComponentConfig; isPage: boolean }> = {};
    for (const { is, config, isPage } of components) configs[is] = { config, isPage };
    const fields = [
      `components:${JSON.stringify(configs)}`,
      `styles:${JSON.stringify(styles)}`,
      `templates:()=>${templates}`,
      'scripts:globalThis.phoneScripts',
    ];
    parts.set(pack, `{${fields.join(',\n')}}`);
  }
  const { packages: scripts, sources } = await bundleScripts(program, names, production, problems, kept);
  const kinds = ['json', 'wxml', 'wxss'];
  const used = [...sources, ...program.components.flatMap(({ is }) => kinds.map((kind) => `${is}.${kind}`))];
  const refused = await weighPackages({ files, app, used, scripts }, problems);
  const codes = [...scripts.values()].map(({ code }) => code);
  const version = createHash('sha1')
    .update([...parts.values(), ...codes].join())
    .digest('hex')
    .slice(0, 12);
  // A template of the main package is compiled again for every package that includes it.
  const sentences = [...new Set(problems)];
  const about = { app, needs, refused, version, problems: sentences };
  const packages = new Map<string, PackageBuild>();
  for (const [pack, part] of parts) {
    const { code = '', map = '' } = scripts.get(pack) ?? {};
    const assigned = `globalThis.phonePackages[${JSON.stringify(pack)}]=${part};`;
    const name = packageFile(pack).split('/').pop();
    packages.set(pack, { script: `${code}\n${assigned}\n//# sourceMappingURL=${name}.map\n`, map });
  }
  return {
    packages,
    about: `globalThis.phonePackages={};globalThis.phoneProgram=${JSON.stringify(about)};`,
    independent: app.subpackages.filter(({ independent }) => independent).map(({ root: each }) => each),
    problems: sentences,
    millis: Math.round(performance.now() - started),
  };
}

/** The components by the root of their package; the main package and every declared one is there. */
function byPackage({ app, components }: ReadProgram): Map<string, ProgramComponent[]> {
  const members = new Map<string, ProgramComponent[]>([['', []]]);
  for (const { root } of app.subpackages) members.set(root, []);
  for (const component of components) members.get(packageOf(app.subpackages, component.is))?.push(component);
  return members;
}

function compileStyles(
  { files, app, problems }: ReadProgram,
  pack: string,
  components: readonly ProgramComponent[],
  scopes: ReadonlyMap<string, string>,
): Record<string, StyleSheet> {
  const styles: Record<string, StyleSheet> = {};
  const reach = (virtualPath: string) => outOfReach(app.subpackages, pack, virtualPath);
  if (pack === '') styles.app = { css: transformWxss(files, 'app.wxss', '', problems, reach), scope: '' };
  for (const { is, config } of components) {
    const shared = config.styleIsolation === 'shared' || config.styleIsolation === 'page-shared';
    const scope = shared ? '' : (scopes.get(is) ?? '');
    styles[is] = { css: transformWxss(files, `${is}.wxss`, scope, problems, reach), scope };
  }
  return styles;
}
